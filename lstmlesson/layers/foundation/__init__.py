"""What every Keras layer stands on; the nouns themselves are in the files beside this folder.

1. `arguments`: what each layer may be given, in Keras' order with Keras' defaults, as one table.
2. `argument_checks`: what may be given for an argument, decided by its name.
3. `tensor`: shapes of one sample, and the tensors that layers pass on.
4. `windows`: how many positions a window has along an axis.
5. `layer`: a declaration that reads an input shape, lists its weights, and can be called on tensors.
"""
