"""Control flow of real Keras: outputs and gradients of loops and branches. Writes test/golden/flow/flow.json."""
import os, json
os.environ["TF_CPP_MIN_LOG_LEVEL"]="3"
import numpy as np
import tensorflow as tf
from keras import ops
import keras
rng=np.random.RandomState(0)
def r(x):
    x=np.asarray(x); return {"shape":list(x.shape),"dtype":str(x.dtype),"data":[float(v) for v in x.ravel()]}
x=rng.randn(5,2).astype("float32"); w=rng.randn(2,2).astype("float32")
out={"provenance":"keras "+keras.__version__+", scripts/make_flow_goldens.py","x":r(x),"w":r(w)}
def grads(fn):
    a,b=tf.constant(x),tf.constant(w)
    with tf.GradientTape() as tape:
        tape.watch([a,b]); ys=fn(a,b); ys=ys if isinstance(ys,(tuple,list)) else [ys]
        loss=sum(tf.reduce_sum(tf.sin(tf.cast(y,tf.float32))) for y in ys)
    g=tape.gradient(loss,[a,b])
    return {"outputs":[r(y) for y in ys],"gradients":[None if t is None else r(t) for t in g]}
f=lambda a,b: tf.nest.flatten(ops.scan(lambda c,e:(ops.tanh(e+ops.matmul(c[None],b)[0]),c*e),tf.zeros(2),a))
out["scan"]=grads(f)
out["scan_reverse"]=grads(lambda a,b: tf.nest.flatten(ops.scan(lambda c,e:(ops.tanh(e+ops.matmul(c[None],b)[0]),c*e),tf.zeros(2),a,reverse=True)))
out["while"]=grads(lambda a,b: ops.while_loop(lambda s:ops.sum(ops.abs(s))<40.,lambda s:s*1.7+ops.sum(b),a))
out["while_max"]=grads(lambda a,b: ops.while_loop(lambda s:ops.sum(ops.abs(s))<400.,lambda s:ops.sin(s)*1.7+ops.sum(b),a,maximum_iterations=3))
out["fori"]=grads(lambda a,b: ops.fori_loop(1,4,lambda i,s:ops.matmul(s,b)*ops.cast(i,"float32"),a))
out["cond"]=grads(lambda a,b: ops.cond(ops.sum(a)>0,lambda:a*2.,lambda:ops.matmul(a,b)))
out["cond_not"]=grads(lambda a,b: ops.cond(ops.sum(a)<0,lambda:a*2.,lambda:ops.matmul(a,b)))
out["switch"]=grads(lambda a,b: ops.switch(1,[lambda p,q:p,lambda p,q:ops.matmul(p,q)],a,b))
out["map"]=grads(lambda a,b: ops.map(lambda e:ops.sum(e*ops.matmul(e[None],b)[0]),a))
out["vectorized_map"]=grads(lambda a,b: ops.vectorized_map(lambda e:ops.sum(e*e),a))
out["associative_scan"]=grads(lambda a,b: ops.associative_scan(lambda p,q:p*q,a))
out["associative_scan_reverse"]=grads(lambda a,b: ops.associative_scan(lambda p,q:p+q,a,reverse=True,axis=1))
o,t=ops.jvp(lambda a: ops.sin(ops.matmul(a,tf.constant(w))),(tf.constant(x),),(tf.ones_like(x),))
out["jvp"]={"outputs":[r(o),r(t)]}
root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "test", "golden", "flow")
os.makedirs(root, exist_ok=True)
json.dump(out, open(os.path.join(root, "flow.json"), "w"))
