use crate::words::table::table;

table! {
    /// What a run can be written as.
    Export {
        json = "The run";
        safetensors = "The weights";
        npz = "Data, weights, codes";
        pytorch = "PyTorch program";
        keras = "Keras program";
        notebook = "Jupyter notebook";
        encoder_onnx = "Encoder, ONNX";
        decoder_onnx = "Decoder, ONNX";
        curves = "Error curves";
        readouts = "Readouts";
        codes = "Codes of all samples";
        heatmap = "Units × samples";
        errors = "Errors of all samples";
        units = "Code units";
        weights = "Weights";
        sweep = "Error against k";
        trades = "The trade";
        pca_codes = "PCA's codes";
        levels = "Error at every corruption level";
        rates = "Error against bits";
        roc = "ROC curve";
        neighbours = "Nearest samples";
        walk = "Walk between two samples";
        grid = "Images drawn from the code";
        json_note = "settings, weights, history; JSON that can be read";
        safetensors_note = "for PyTorch too; safetensors";
        npz_note = "for NumPy; npz";
        pytorch_note = "with its data and weights; zip";
        keras_note = "with its data and weights; zip";
        notebook_note = "the PyTorch program in cells; zip";
        encoder_onnx_note = "from x to h";
        decoder_onnx_note = "from h to r";
        curves_note = "over the steps; CSV";
        readouts_note = "of this step; CSV";
        codes_note = "a sample a line; CSV";
        heatmap_note = "activations; CSV";
        errors_note = "a sample a line; CSV";
        units_note = "mean, range, how often active; CSV";
        weights_note = "a weight a line; CSV";
        sweep_note = "of the last sweep; CSV";
        trades_note = "at each price; CSV";
        pca_codes_note = "a sample a line; CSV";
        levels_note = "as the picture has it; CSV";
        rates_note = "as the picture has it; CSV";
        roc_note = "as the picture has it; CSV";
        neighbours_note = "to the chosen sample; CSV";
        walk_note = "each step, by the code, by PCA and by pixels; CSV";
        grid_note = "each place of the plane, its code and its pixels; CSV";
    }
}
