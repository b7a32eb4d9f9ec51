#!/usr/bin/env bash
# Kills `kerasnet convert` with SIGKILL at random moments and checks that the file that it writes is whole each time: kill_while_saving.sh MODEL [TIMES]
set -uo pipefail
model="${1:?give a model file}"; times="${2:-200}"
tool="$(dirname "${BASH_SOURCE[0]}")/../src/KerasNet.Cli/bin/Release/net10.0/kerasnet.dll"
[ -f "$tool" ] || tool="$(dirname "$tool")/KerasNet.Cli.dll"
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
dotnet "$tool" convert "$model" "$folder/out.keras" >/dev/null || exit 2
killed=0
for ((i = 0; i < times; i++)); do
  dotnet "$tool" convert "$model" "$folder/out.keras" >/dev/null 2>&1 & pid=$!
  sleep "0.$(printf '%03d' $((150 + RANDOM % 700)))"
  kill -9 "$pid" 2>/dev/null && killed=$((killed + 1))
  wait "$pid" 2>/dev/null
  dotnet "$tool" summary "$folder/out.keras" >/dev/null || { echo "round $i: the file is damaged"; exit 1; }
done
echo "$times rounds, $killed killed, the file was whole every time"
