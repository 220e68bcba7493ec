//! Packets <-> what a worker's `postMessage` takes: `[head, array, …]`, the arrays transferred.

use js_sys::{Array, Float32Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::protocol::{Message, Packet};

/// A message, and the buffers in it that change hands.
pub struct Parcel {
    pub message: JsValue,
    pub transfer: JsValue,
}

pub fn parcel_from_message(message: impl Message) -> Result<Parcel, JsValue> {
    let packet = message.into_packet().map_err(describe)?;
    let transfer = Array::new();
    let parts = Array::of1(&Uint8Array::from(packet.head.as_slice()));
    for values in packet.arrays {
        let array = Float32Array::from(values.as_slice());
        transfer.push(&array.buffer());
        parts.push(&array);
    }
    Ok(Parcel {
        message: parts.into(),
        transfer: transfer.into(),
    })
}

pub fn message_from_js<M: Message>(value: JsValue) -> Result<M, JsValue> {
    let parts: Array = value.dyn_into()?;
    let head: Uint8Array = parts.get(0).dyn_into()?;
    let arrays = parts
        .iter()
        .skip(1)
        .map(|part| Ok(part.dyn_into::<Float32Array>()?.to_vec()))
        .collect::<Result<_, JsValue>>()?;
    let packet = Packet {
        head: head.to_vec(),
        arrays,
    };
    M::from_packet(packet).map_err(describe)
}

fn describe(error: impl std::fmt::Display) -> JsValue {
    JsValue::from_str(&error.to_string())
}
