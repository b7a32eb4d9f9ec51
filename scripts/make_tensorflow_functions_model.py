"""Has Keras 2 (tf_keras) write one model that calls TensorFlow's functions directly, as models of TensorFlow 2.4 to 2.15 do: test/golden/saving/tf_keras2.16/functions.

Run with real Keras: python scripts/make_tensorflow_functions_model.py
"""
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import numpy as np
import tensorflow as tf
import tf_keras as keras

K = keras.backend
CALLS = {
    "shape0": lambda x: tf.reshape(x,(tf.shape(x)[0],-1)),
    "zeros": lambda x: tf.concat([tf.zeros_like(x),x],-1),
    "ones": lambda x: x+tf.ones((4,6)),
    "range": lambda x: x*tf.cast(tf.range(6),tf.float32),
    "gather": lambda x: tf.gather(x,[0,2,1],axis=2),
    "resize": lambda x: tf.image.resize(x[...,None],[8,12],method="nearest"),
    "kmean": lambda x: K.mean(x,axis=[1,2]),
    "ksum": lambda x: K.sum(K.square(x),axis=-1,keepdims=True),
    "kconcat": lambda x: K.concatenate([x,K.relu(x)],axis=1),
    "kexpand": lambda x: K.expand_dims(x,1),
    "kl2": lambda x: K.l2_normalize(x,axis=-1),
    "kdot": lambda x: K.batch_dot(x,K.permute_dimensions(x,(0,2,1))),
    "kpow": lambda x: K.pow(K.abs(x),0.5),
    "kclip": lambda x: K.clip(x,-0.5,0.5),
    "krepeat": lambda x: K.repeat_elements(x,2,axis=1),
    "kreshape": lambda x: K.reshape(x,(-1,2,12)),
    "kstack": lambda x: K.stack([x,x+1],axis=1),
    "kgather": lambda x: K.gather(K.permute_dimensions(x,(1,0,2)),K.constant([0,1],dtype="int32")),
    "slice": lambda x: tf.slice(x,[0,1,0],[-1,2,3]),
    "split3": lambda x: tf.concat(tf.split(x,[1,2,3],axis=-1)[::-1],-1),
    "pad": lambda x: tf.pad(x,[[0,0],[1,1],[2,0]],constant_values=1.0),
    "padr": lambda x: tf.pad(x,[[0,0],[1,1],[2,0]],mode="REFLECT"),
    "tensordot": lambda x: tf.tensordot(x,tf.ones((6,2)),axes=1),
    "matvec": lambda x: tf.linalg.matvec(x,x[:,0]),
    "transpose": lambda x: tf.transpose(x,[0,2,1]),
    "tr_default": lambda x: tf.transpose(x),
    "cumsum": lambda x: tf.cumsum(x,axis=1,reverse=True,exclusive=True),
    "onehot": lambda x: tf.one_hot(tf.argmax(x,-1),6,on_value=2.0,off_value=-1.0),
    "topk": lambda x: tf.math.top_k(x,k=2)[0],
    "where1": lambda x: tf.where(x>0.,1.0,0.0),
    "select": lambda x: tf.where(tf.math.is_nan(x),tf.zeros_like(x),x),
    "minmax": lambda x: (x-tf.reduce_min(x,axis=1,keepdims=True))/(tf.reduce_max(x,axis=1,keepdims=True)+1e-3),
    "lrelu": lambda x: tf.nn.leaky_relu(x),
    "elu": lambda x: tf.nn.elu(x)+tf.nn.selu(x)+tf.nn.softplus(x)+tf.nn.softsign(x),
    "gelu": lambda x: tf.nn.gelu(x,approximate=True),
    "relu6": lambda x: tf.nn.relu6(x+3.)/6.*x,
    "silu": lambda x: tf.nn.silu(x)+tf.nn.swish(x),
    "lsm": lambda x: tf.nn.log_softmax(x,axis=1),
    "normalize": lambda x: tf.math.l2_normalize(x,axis=1),
    "moments": lambda x: tf.nn.moments(x,axes=[1])[1],
    "conv": lambda x: tf.nn.conv2d(x[...,None],tf.ones((2,2,1,3))*.1,strides=1,padding="SAME"),
    "avgpool": lambda x: tf.nn.avg_pool2d(x[...,None],2,2,"VALID"),
    "d2s": lambda x: tf.nn.space_to_depth(x[...,None],2),
    "pow": lambda x: tf.pow(x,2)+x**3,
    "int": lambda x: tf.cast(tf.cast(x*4,tf.int32)//2%3,tf.float32),
    "logic": lambda x: tf.cast(tf.logical_or(x>1.,tf.logical_not(x<0.)),tf.float32),
    "eq": lambda x: tf.cast(tf.equal(tf.round(x),1.0),tf.float32),
    "addn": lambda x: tf.add_n([x,x*2,x*3]),
    "maxi": lambda x: tf.maximum(x,tf.minimum(0.5,x*2)),
    "sqdiff": lambda x: tf.math.squared_difference(x,x[:,:1]),
    "rsqrt": lambda x: tf.math.rsqrt(tf.abs(x)+1)+tf.math.reciprocal(tf.abs(x)+1)+tf.math.erf(x)+tf.math.sign(x),
    "trig": lambda x: tf.sin(x)+tf.cos(x)+tf.tan(x)+tf.atan(x)+tf.math.atan2(x,x+5.)+tf.sinh(x)+tf.asinh(x),
    "lse": lambda x: tf.reduce_logsumexp(x,axis=-1),
    "std": lambda x: tf.math.reduce_std(x,axis=1)+tf.math.reduce_variance(x,axis=1),
    "prod": lambda x: tf.reduce_prod(x,axis=1),
    "anyall": lambda x: tf.cast(tf.reduce_any(x>1.,axis=1),tf.float32)+tf.cast(tf.reduce_all(x>-1.,axis=1),tf.float32),
    "identity": lambda x: tf.identity(tf.stop_gradient(x))*2.,
    "squeeze": lambda x: tf.squeeze(x[:,:,None],axis=[2]),
    "unstack": lambda x: tf.unstack(x,axis=1)[0]+tf.unstack(x,axis=1)[3],
    "reverse": lambda x: tf.reverse(x,[1,2]),
    "roll": lambda x: tf.roll(x,2,axis=1),
    "meshless": lambda x: tf.expand_dims(tf.linspace(0.0,1.0,6),0)*x[:,0],
    "clipnorm": lambda x: tf.clip_by_value(x,clip_value_min=0.,clip_value_max=1.),
    "gather_nd": lambda x: tf.gather(x,tf.argmax(x,axis=1)[:,0],batch_dims=1,axis=1),
    "floor": lambda x: tf.floor(x)+tf.math.ceil(x)+tf.math.floormod(x,2.0),
    "norm": lambda x: tf.norm(x,ord=1,axis=-1)+tf.norm(x,axis=-1),
    "divnn": lambda x: tf.math.divide_no_nan(x,x-x),
    "mulconst": lambda x: x*np.arange(6,dtype="float32")+tf.constant([1.,2.,3.,4.,5.,6.]),
    "rdiv": lambda x: 1.0/(2.0+tf.abs(x))-(3.0-x),
    "neg": lambda x: -x+abs(x),
    "cropresize": lambda x: tf.image.flip_left_right(x[...,None]),
    "rgb": lambda x: tf.image.rgb_to_grayscale(tf.reshape(x,(-1,4,2,3))),
}

place = os.path.join(os.path.dirname(__file__), "../test/golden/saving/tf_keras2.16/functions")
os.makedirs(place, exist_ok=True)
inputs = keras.Input((4, 6))
model = keras.Model(inputs, [call(inputs) for call in CALLS.values()])
x = np.random.default_rng(3).normal(0, 1, (3, 4, 6)).astype("float32")
np.savez_compressed(os.path.join(place, "io.npz"), x0=x, **{f"y{i}": y for i, y in enumerate(model.predict(x, verbose=0))})
model.save(os.path.join(place, "model.h5"))
