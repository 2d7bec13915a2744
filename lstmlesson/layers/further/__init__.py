"""Layers that a recurrent model seldom has; each file is loaded when one of its layers is first named.

1. `convolution_variants`: depthwise, separable and transposed convolutions.
2. `borders`: zeros around, parts cut off, positions repeated.
3. `attention`, `attention_heads`: attentions; `einsum_dense`: products along named axes.
4. `preprocessing`, `vocabularies`: what stands before a model of words and numbers.
5. `images`: what stands before a model of images.
6. `unusual`: an activation that learns, a function as a layer, a layer around a layer.
"""
