#!/usr/bin/env bash
# Makes test/golden/native/libtensorflow.so: an ELF library for x86-64 whose TF_Version says 1.15.0, for the test of a library that is too old.
set -euo pipefail
cd "$(dirname "$0")/../test/golden/native"
echo 'const char* TF_Version(void) { return "1.15.0"; }' |
  cc -x c - -shared -nostdlib -fPIC -Os -fno-asynchronous-unwind-tables -fcf-protection=none \
    -Wl,--build-id=none,-z,norelro,-z,noseparate-code,--hash-style=sysv -s -o libtensorflow.so
