//! One half of the network as an ONNX model: a product with bias (Gemm) and an activation for each layer. The
//! format is a protocol buffer: <https://github.com/onnx/onnx/blob/main/onnx/onnx.proto>.

use crate::model::{Activation, Dense};

/// What a half is called, and what goes in and comes out.
#[derive(Clone, Copy)]
pub struct Half {
    name: &'static str,
    input: &'static str,
    output: &'static str,
}

pub const ENCODER: Half = Half {
    name: "encoder",
    input: "x",
    output: "h",
};
pub const DECODER: Half = Half {
    name: "decoder",
    input: "h",
    output: "r",
};

/// Of the file format, and of the operators: both are read by every runtime since 2021.
const IR_VERSION: u64 = 8;
const OPERATORS: u64 = 13;
/// `TensorProto.FLOAT`, `AttributeProto.INT`.
const FLOAT: u64 = 1;
const INT: u64 = 2;

/// A message of a protocol buffer: fields by their numbers.
#[derive(Default)]
struct Message(Vec<u8>);

impl Message {
    fn varint(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.0.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }

    fn number(mut self, field: u64, value: u64) -> Self {
        self.varint(field << 3);
        self.varint(value);
        self
    }

    fn bytes(mut self, field: u64, value: &[u8]) -> Self {
        self.varint(field << 3 | 2);
        self.varint(value.len() as u64);
        self.0.extend_from_slice(value);
        self
    }

    fn text(self, field: u64, value: &str) -> Self {
        self.bytes(field, value.as_bytes())
    }

    fn message(self, field: u64, value: Self) -> Self {
        self.bytes(field, &value.0)
    }
}

/// An input or output: so many rows of `width` numbers.
fn value(name: &str, width: usize) -> Message {
    let rows = Message::default().text(2, "samples");
    let columns = Message::default().number(1, width as u64);
    let shape = Message::default().message(1, rows).message(1, columns);
    let tensor = Message::default().number(1, FLOAT).message(2, shape);
    let kind = Message::default().message(1, tensor);
    Message::default().text(1, name).message(2, kind)
}

fn tensor<'a>(name: &str, shape: &[usize], values: impl Iterator<Item = &'a f32>) -> Message {
    let bytes: Vec<u8> = values.flat_map(|value| value.to_le_bytes()).collect();
    let shaped = shape.iter().fold(Message::default(), |tensor, &length| {
        tensor.number(1, length as u64)
    });
    shaped.number(2, FLOAT).text(8, name).bytes(9, &bytes)
}

fn node(operator: &str, inputs: &[&str], output: &str) -> Message {
    let node = inputs
        .iter()
        .fold(Message::default(), |node, input| node.text(1, input));
    node.text(2, output).text(3, output).text(4, operator)
}

fn operator(activation: Activation) -> Option<&'static str> {
    match activation {
        Activation::Linear => None,
        Activation::Relu => Some("Relu"),
        Activation::Tanh => Some("Tanh"),
        Activation::Sigmoid => Some("Sigmoid"),
    }
}

/// The layers as a model from rows to rows.
pub fn file(layers: &[Dense<f32>], half: Half) -> Vec<u8> {
    let mut graph = Message::default();
    let mut before = half.input.to_owned();
    for (at, layer) in layers.iter().enumerate() {
        let activation = operator(layer.activation);
        let last = at + 1 == layers.len();
        let named = |part: &str, is_last: bool| match is_last && last {
            true => half.output.to_owned(),
            false => format!("{}.{at}.{part}", half.name),
        };
        let [weight, bias] = ["weight", "bias"].map(|part| format!("{}.{at}.{part}", half.name));
        let sum = named("sum", activation.is_none());
        let transposed = Message::default()
            .text(1, "transB")
            .number(3, 1)
            .number(20, INT);
        let product = node("Gemm", &[&before, &weight, &bias], &sum).message(5, transposed);
        graph = graph.message(1, product);
        before = sum;
        if let Some(operator) = activation {
            let output = named("activation", true);
            graph = graph.message(1, node(operator, &[&before], &output));
            before = output;
        }
        let shape = [layer.weight.ncols(), layer.weight.nrows()];
        graph = graph
            .message(5, tensor(&weight, &shape, layer.weight.t().iter()))
            .message(5, tensor(&bias, &shape[..1], layer.bias.iter()));
    }
    let [width_in, width_out] = [
        layers.first().map_or(0, |layer| layer.weight.nrows()),
        layers.last().map_or(0, |layer| layer.weight.ncols()),
    ];
    graph = graph
        .text(2, half.name)
        .message(11, value(half.input, width_in))
        .message(12, value(half.output, width_out));
    let operators = Message::default().text(1, "").number(2, OPERATORS);
    Message::default()
        .number(1, IR_VERSION)
        .text(2, "Hourglass")
        .message(7, graph)
        .message(8, operators)
        .0
}
