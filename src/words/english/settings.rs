use crate::words::table::table;

table! {
    /// Each control's name, and a sentence on what it is.
    Knobs {
        data = "Data set";
        data_help = "What the autoencoder learns to rebuild. At least a fifth of it is held out and never trained on.";
        n = "Samples";
        n_help = "How many samples there are, training and held-out together.";
        scatter = "Scatter";
        scatter_help = "How far points stray from the curve: the standard deviation, where the data's half-width is 1.";
        hidden = "Hidden layers";
        hidden_help = "The encoder's layers before the code; the decoder has the same in reverse.";
        act = "Hidden activation";
        act_help = "What each hidden unit does to its sum. With linear everywhere the network can only do what PCA does.";
        k = "Bottleneck size k";
        k_help = "How many numbers the code has: all that the decoder gets to see.";
        atoms = "Decoder atoms";
        atoms_help = "Unit length: after every step each row of the decoder's first layer is scaled to length 1. Then tiny activations with huge weights cannot cheat a penalty.";
        code = "Code activation";
        code_help = "What each code unit does to its sum.";
        tied = "Tied weights";
        tied_help = "Makes the decoder's weights the encoder's, transposed: half as many numbers to learn.";
        loss = "Reconstruction loss";
        loss_help = "How a reconstruction is compared with its target. Cross-entropy takes pixels as probabilities, through a sigmoid.";
        penalty = "Sparsity penalty";
        penalty_help = "What the loss asks of the code besides. L1 pulls every activation towards 0; KL holds each unit's mean at ρ, and sets the code to sigmoid.";
        lambda = "L1 weight λ";
        lambda_help = "How much the sum of activations counts against the reconstruction error.";
        rho = "Target activation ρ";
        rho_help = "The mean activation that each code unit should have.";
        beta = "KL weight β";
        beta_help = "How much a mean activation away from ρ counts against the reconstruction error.";
        decay = "Weight decay δ";
        decay_help = "How much the squared weights count. It stops tiny activations with huge weights from cheating a penalty.";
        noise = "Corruption";
        noise_help = "What is done to the input. The target stays clean, so the network learns to undo it.";
        level = "Corruption level";
        level_help = "Gaussian: the standard deviation, in the units of the data. Masking, salt & pepper: the chance of each feature to be hit.";
        opt = "Optimiser";
        opt_help = "How gradients become changes of the weights.";
        lr = "Learning rate";
        lr_help = "How far each step goes. Too small and nothing moves, too large and the loss explodes.";
        batch = "Batch size";
        batch_help = "How many training samples each step looks at.";
        speed = "Speed";
        speed_help = "How many steps are taken between two pictures.";
        seed = "Seed";
        seed_help = "Where the random numbers start: the same seed gives the same run.";
        code_held = "KL compares mean activations with ρ, so they must lie between 0 and 1: the code is sigmoid.";
        loss_held = "Cross-entropy needs data between 0 and 1: the loss is the squared error.";
        none = "none";
    }
}

table! {
    /// What the controls that are a choice offer.
    Choices {
        line = "line";
        blobs = "blobs";
        circle = "circle";
        moons = "moons";
        spiral = "spiral";
        cross = "cross";
        s_curve = "S curve";
        swiss_roll = "Swiss roll";
        digits = "digits";
        mnist = "MNIST";
        fashion = "fashion";
        bars = "bars";
        balls = "balls";
        patches = "patches";
        heartbeats = "heartbeats";
        own = "your own";
        linear = "linear";
        relu = "ReLU";
        tanh = "tanh";
        sigmoid = "sigmoid";
        off = "off";
        on = "on";
        free_atoms = "free";
        unit_atoms = "unit length";
        squared_error = "squared error";
        cross_entropy = "cross-entropy";
        no_penalty = "none";
        l1 = "L1";
        kl = "KL";
        no_noise = "none";
        gaussian = "gaussian";
        masking = "masking";
        salt_pepper = "salt & pepper";
        sgd = "SGD";
        momentum = "momentum";
        adam = "Adam";
        slow = "slow";
        normal = "normal";
        fast = "fast";
    }
}
