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
    }
}
