"""Autoencoders trained by JAX, which finds the gradients, and optax, which takes the steps.

Parameters are {"weights": [(n_in, n_out), ...], "biases": [(n_out), ...]}, layer by layer; of tied weights only the
encoder's. Rows are samples.
"""

import jax
import jax.numpy as jnp
import numpy as np
import optax

from encoding import packed, rounded

# All arrays here are float32. This lets optax find 1 - 0.999^t, of Adam's bias correction, in float64: in float32 it is
# off by 1e-5.
jax.config.update("jax_enable_x64", True)
jax.config.update("jax_default_matmul_precision", "highest")

ACTIVATIONS = {
    "linear": lambda z: z,
    "relu": jax.nn.relu,
    "tanh": jnp.tanh,
    "sigmoid": jax.nn.sigmoid,
}

OPTIMISERS = {
    "sgd": optax.sgd,
    "momentum": lambda learning_rate: optax.sgd(learning_rate, momentum=0.9),
    "adam": lambda learning_rate: optax.adam(learning_rate, b1=0.9, b2=0.999, eps=1e-8, eps_root=0.0),
}


def parameters_from_flat(flat, widths, tied):
    """From all p numbers (1, p): layer by layer a weight, row by row, then a bias."""
    rest, weights, biases = flat.ravel(), [], []
    for n_in, n_out in zip(widths, widths[1:]):
        weight, bias, rest = np.split(rest, [n_in * n_out, (n_in + 1) * n_out])
        weights.append(jnp.asarray(weight.reshape(n_in, n_out)))
        biases.append(jnp.asarray(bias))
    if rest.size > 0:
        raise ValueError(f"{rest.size} parameters too many for widths {widths}")
    return {"weights": weights[: len(weights) // 2] if tied else weights, "biases": biases}


def all_weights(parameters, tied):
    """Of every layer. Tied, layer L-1-i has the transposed weight of layer i."""
    weights = parameters["weights"]
    return weights + [weight.T for weight in reversed(weights)] if tied else weights


def flat_from_parameters(parameters, tied):
    """The inverse of `parameters_from_flat`: (p)."""
    layers = zip(all_weights(parameters, tied), parameters["biases"])
    return np.concatenate([np.ravel(part) for layer in layers for part in layer])


def forward(parameters, x, activations, code_layer, tied):
    """x (n, d) -> the code h (n, k), the last layer's sum z (n, d), the reconstruction r (n, d)."""
    a = x
    for i, (weight, bias) in enumerate(zip(all_weights(parameters, tied), parameters["biases"])):
        z = a @ weight + bias
        a = ACTIVATIONS[activations[i]](z)
        if i == code_layer:
            h = a
    return h, z, a


def with_unit_atoms(parameters, code_layer, tied):
    """The same, with every atom of length 1: a row of the decoder's first weight; tied, a column of the code's."""
    weights = list(parameters["weights"])
    at, axis = (code_layer, 0) if tied else (code_layer + 1, 1)
    weights[at] = weights[at] / jnp.sqrt(jnp.sum(weights[at] ** 2, axis=axis, keepdims=True))
    return {**parameters, "weights": weights}


def reconstruction_error(loss, z, r, x):
    """Mean over samples and features.

    mse: (r - x)^2. bce: -x ln r - (1 - x) ln(1 - r), r = sigmoid(z), found from z.
    """
    if loss == "mse":
        return jnp.mean((r - x) ** 2)
    return jnp.mean(optax.sigmoid_binary_cross_entropy(z, x))


def penalty_of(penalty, h, lambda_, rho, beta):
    """l1: lambda * mean over samples of sum_j |h_j|. kl: beta * sum_j KL(rho || mean over samples of h_j)."""
    if penalty == "l1":
        return lambda_ * jnp.mean(jnp.sum(jnp.abs(h), axis=1))
    if penalty == "kl":
        rho_hat = jnp.mean(h, axis=0)
        return beta * jnp.sum(rho * jnp.log(rho / rho_hat) + (1 - rho) * jnp.log((1 - rho) / (1 - rho_hat)))
    return jnp.float32(0)


def run(
    name, link, widths, activations, code_layer, tied, unit_atoms, loss, penalty, rho, beta, decay, optimiser,
    learning_rate, parameters, batches, **rest,
):  # fmt: skip
    """Trains on `batches`, one a step, each {"noisy": (b, d), "clean": (b, d)}.

    Gives the loss and its terms before each step, and all parameters after the last.
    """
    lambda_ = rest["lambda"]  # a word of Python's own
    if tied and widths != widths[::-1]:
        raise ValueError(f"{name}: tied weights need mirrored widths")
    if loss == "bce" and activations[-1] != "sigmoid":
        raise ValueError(f"{name}: cross-entropy needs a sigmoid reconstruction")
    optimizer = OPTIMISERS[optimiser](learning_rate)

    def objective(parameters, noisy, clean):
        h, z, r = forward(parameters, noisy, activations, code_layer, tied)
        reconstruction = reconstruction_error(loss, z, r, clean)
        penalised = penalty_of(penalty, h, lambda_, rho, beta)
        decayed = decay * sum(jnp.sum(weight**2) for weight in parameters["weights"])
        total = reconstruction + penalised + decayed
        return total, (total, reconstruction, penalised, decayed)

    @jax.jit
    def step(parameters, state, noisy, clean):
        gradients, terms = jax.grad(objective, has_aux=True)(parameters, noisy, clean)
        updates, state = optimizer.update(gradients, state)
        stepped = optax.apply_updates(parameters, updates)
        stepped = with_unit_atoms(stepped, code_layer, tied) if unit_atoms else stepped
        return stepped, state, jnp.stack(terms)

    trained = parameters_from_flat(parameters, widths, tied)
    state = optimizer.init(trained)
    history = []
    for batch in batches:
        trained, state, terms = step(trained, state, batch["noisy"], batch["clean"])
        history.append(terms)
    losses, reconstruction, penalties, decays = np.array(history).T
    final = flat_from_parameters(trained, tied)
    assert final.dtype == losses.dtype == np.float32
    return {
        "name": name,
        "link": link,
        "losses": rounded(losses),
        "reconstruction": rounded(reconstruction),
        "penalty": rounded(penalties),
        "decay": rounded(decays),
        "final": packed(final),
    }
