use crate::words::subscript;
use crate::words::table::table;

table! {
    /// The stage and its figures.
    Stage {
        angle_help = "The largest principal angle: PCA's line dashed, the network's solid. They meet at 0°.";
        seen = "Seen in training";
        error(error: f64) = "error {error:.4}";
        held_out = "Held out";
        one_sample = "One sample";
        through = "through the bottleneck";
        held_out_images = "Held-out images";
        atom(activation: &str, unit: u32) = "{activation} times the atom of unit {unit}";
        sum_summary(terms: &str, smaller: usize) = "The reconstruction as a sum: the bias, {terms} and {smaller} smaller";
        atoms_help = "The reconstruction as a sum: it starts from the bias; each lit unit adds its atom, scaled by its activation, the strongest first. Under each atom stands the picture so far. Press an atom to see its unit closely.";
        strip_summary(samples: usize) = "{samples} held-out samples to choose from";
        strip_help = "Held-out samples: point at one, or drag across, and the pictures follow it.";
        no_atom(k: u32) = "None of {k} atoms is lit for this sample";
        one_atom(k: u32) = "One of {k} atoms rebuilds this sample";
        most_atoms(lit: u32, k: u32) = "{lit} of {k} atoms share the work";
        some_atoms(lit: u32, k: u32) = "{lit} of {k} atoms rebuild this sample";
        no_atom_above(k: u32) = "None of {k} atoms is above ρ for this sample";
        one_atom_above(k: u32) = "One of {k} atoms is above ρ for this sample";
        some_atoms_above(above: u32, k: u32) = "{above} of {k} atoms are above ρ for this sample";
        atom_key = "atom";
        plain = "no noise";
        plain_step(step: u64) = "step {step}";
        corrupted = "corrupted input";
        noisy_help = "Held-out images, one per column: as they are, as the network sees them, as it rebuilds them, and as the same network does, trained beside it without noise.";
        pinned = "pinned";
        this_run = "this run";
        a = "A";
        b = "B";
        held_out_help = "Held-out images, one per column: as they are, as the network rebuilds them, and as PCA does with as many numbers.";
        seen_help = "Images that the network was trained on, one per column: as they are, and as it rebuilds them.";
        held_out_summary(images: usize, k: u32) = "{images} held-out images, and what the autoencoder and PCA make of them with {k} numbers";
        seen_summary(images: usize, k: u32) = "{images} training images, and what the autoencoder makes of them with {k} numbers";
        pca = "PCA";
        pinned_caption(held_out: f64, pca: f64) = "held-out error {held_out:.4}, PCA {pca:.4}";
        pinned_pictures = "These are the pictures of the pinned run A.";
        figure = "Figure";
        figure_help = "The large figure: the network with one sample on its way, or many samples side by side.";
        weight = "weight";
        below = "− below 0";
        above = "+ above 0";
        unit_key = "unit: its area is its activation, a ring is below 0";
        nonsense_key(n: usize) = "images held out; the last {n} are nonsense";
        held_out_key = "held out: never trained on";
        images_key = "images held out: never trained on";
        input = "input";
        reconstruction = "reconstruction";
        error_in = "error, per value, in";
        red = "red";
        input_key = "input, held out bolder";
        corrupted_key = "corrupted, with its way to r";
        error_key = "error";
        one_number = "1 number";
        numbers(k: usize) = "{k} numbers";
        title_image(pixels: usize, numbers: &str) = "{pixels} pixels through {numbers} and back";
        title_point(d: usize, numbers: &str) = "{d} coordinates through {numbers} and back";
        title_signal(length: usize, numbers: &str) = "{length} values in time through {numbers} and back";
        network_help = "One sample on its way: its features at the left, through the encoder to the code in the middle, through the decoder to its reconstruction at the right. Green weights are above 0, violet ones below.";
        network_summary(ends: u32, code: u32) = "The network: {ends} units wide at its ends, {code} at the code";
        encoder = "encoder";
        decoder = "decoder";
        shown_of(shown: usize, all: u32) = "{shown} of {all} shown";
        pixels(width: usize, height: usize) = "{width} × {height} pixels";
        part_held_out = "held out";
        part_training = "in training";
        a_digit(class: &str, part: &str) = "a {class}, {part}";
        an_eight(class: &str, part: &str) = "an {class}, {part}";
        numbered(class: &str, part: &str) = "class {class}, {part}";
        named(class: &str, part: &str) = "{class}, {part}";
        network_hint = "point at a unit or a weight; press a weight to change it";
        // Column 0 is the input; the code is in the middle.
        encoder_unit(n: u32, layer: usize) = "unit {n} of encoder layer {layer}";
        decoder_unit(n: u32, layer: usize) = "unit {n} of decoder layer {layer}";
        weight_from(from: &str, to: &str) = "weight from {from} to {to}:";
        weight_name = "Weight";
        weight_times(activation: &str, product: &str) = "× activation {activation} = {product}";
        weight_value = "Weight value";
        put_back = "Put it back";
        pixel = "pixel";
        coordinate = "coordinate";
        moment = "moment";
        of_input(name: &str, what: &str, n: u32, value: &str) = "{name}, {what} {n} of the input: {value}";
        activation(name: &str, value: &str) = "{name}: activation {value}";
        slope = "the unit's slope";
        responds = "what it responds to";
        draws = "what it draws";
        sum_of(name: &str) = "{name}: sum";
        more(n: usize, value: &str) = "+ {n} more: {value}";
        bias(value: &str) = "+ bias {value} =";
        and_activation = ", activation";
        unit_activation = "Unit activation";
        points_summary(points: usize, k: u32) = "{points} points, PCA's line, and what the decoder makes of a code of {k}";
        points_help = "The data and what becomes of them: a red line leads from every point to its reconstruction. The blue curve is all that the decoder can make of one number.";
        noisy_points_help = "The data, and a blue arrow from each corrupted held-out point to what the network makes of it.";
        field_help = "Lines: which way the network would move each place, r(x) − x, darker where further. Press on the plane, and a particle follows them.";
        heartbeat_help = "One heartbeat, its code and its reconstruction.";
        values(n: usize) = "{n} values, error";
        code = "code";
        input_and_reconstruction = "input and reconstruction";
        image_help = "One image, its code, and what the network and PCA make of it.";
        pca_reconstruction = "PCA's reconstruction";
        rebuilt = "rebuilt";
        signals_summary(signals: usize, k: u32) = "{signals} signals that were not trained on, and what {k} numbers make of them";
        signals_help = "Heartbeats that were held out: black as recorded, blue as rebuilt, dashed as PCA rebuilds them.";
        waiting = "The network is being set up …";
        waist_hint = "Drag the waist: fewer or more code numbers";
    }
}

impl Stage {
    pub fn title_atoms(&self, lit: u32, k: u32) -> String {
        match lit {
            0 => self.no_atom(k),
            1 => self.one_atom(k),
            _ if 2 * lit > k => self.most_atoms(lit, k),
            _ => self.some_atoms(lit, k),
        }
    }

    pub fn title_above(&self, above: u32, k: u32) -> String {
        match above {
            0 => self.no_atom_above(k),
            1 => self.one_atom_above(k),
            _ => self.some_atoms_above(above, k),
        }
    }

    pub fn digit(&self, class: &str, part: &str) -> String {
        match class {
            "8" => self.an_eight(class, part),
            _ => self.a_digit(class, part),
        }
    }

    /// The name of a unit, counted from 1, in a column of the network.
    pub fn unit_name(&self, column: usize, columns: usize, n: u32) -> String {
        let middle = columns / 2;
        match column {
            0 => format!("x{}", subscript(n)),
            _ if column == middle => format!("h{}", subscript(n)),
            _ if column + 1 == columns => format!("r{}", subscript(n)),
            _ if column < middle => self.encoder_unit(n, column),
            _ => self.decoder_unit(n, column - middle),
        }
    }
}
