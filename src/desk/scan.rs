//! Codes are read by the camera, or from photos of them.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Interval;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, HtmlInputElement, HtmlVideoElement, ImageBitmap, MediaStream, MediaStreamConstraints,
    MediaStreamTrack,
};
use yew::prelude::*;

use super::grey::grey;
use crate::import::scanned;
use crate::words::desk_words;

/// Milliseconds from one look through the camera to the next.
const EVERY_MS: u32 = 250;
/// Pixels on the longer side of what is looked at: a code has up to 177 modules across.
const MOST_OF_CAMERA: f64 = 960.0;
const MOST_OF_PHOTO: f64 = 2400.0;

#[derive(PartialEq, Properties)]
pub struct ScanProps {
    /// Told the text of every code, each time that it is seen.
    pub found: Callback<String>,
}

/// What the camera does.
#[derive(Clone, PartialEq)]
enum Camera {
    Off,
    Asked,
    /// Behind a pointer, since a stream that is cloned is another that must be ended.
    On(Rc<MediaStream>),
    /// The browser's own words.
    Refused(String),
}

#[component]
pub fn Scan(props: &ScanProps) -> Html {
    let words = &desk_words().class;
    let camera = use_state_eq(|| Camera::Off);
    let video = use_node_ref();
    let empty_photo = use_state_eq(|| false);
    // Looks through it as long as it is on, and turns it off with the dialog.
    use_effect_with(camera.clone(), {
        let (video, found) = (video.clone(), props.found.clone());
        move |camera| {
            let stream = match &**camera {
                Camera::On(stream) => Some(stream.clone()),
                Camera::Off | Camera::Asked | Camera::Refused(_) => None,
            };
            let interval = stream.clone().and_then(|stream| {
                let video = video.cast::<HtmlVideoElement>()?;
                video.set_src_object(Some(&stream));
                // It is muted: no browser refuses to play it.
                let _ = video.play();
                Some(Interval::new(EVERY_MS, move || {
                    for text in seen(&video).unwrap_or_default() {
                        found.emit(text);
                    }
                }))
            });
            move || {
                drop(interval);
                if let Some(stream) = stream {
                    end(&stream);
                }
            }
        }
    });
    let is_there = use_memo((), |()| Rc::new(Cell::new(true)));
    use_effect_with((), {
        let is_there = is_there.clone();
        move |()| move || is_there.set(false)
    });
    let start = {
        let (camera, is_there) = (camera.clone(), is_there.clone());
        move |_: MouseEvent| {
            camera.set(Camera::Asked);
            let (camera, is_there) = (camera.setter(), is_there.clone());
            spawn_local(async move {
                let opened = opened().await;
                match opened {
                    // The dialog may have been closed meanwhile: the camera goes off again.
                    Ok(stream) if !is_there.get() => end(&stream),
                    Ok(stream) => camera.set(Camera::On(stream.into())),
                    Err(error) => camera.set(Camera::Refused(crate::ui::describe(&error))),
                }
            });
        }
    };
    let stop = {
        let camera = camera.clone();
        move |_: MouseEvent| camera.set(Camera::Off)
    };
    let onchange = {
        let (found, empty_photo) = (props.found.clone(), empty_photo.setter());
        move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            let files = input.files();
            let count = files.as_ref().map_or(0, web_sys::FileList::length);
            let photos: Vec<Blob> = (0..count)
                .filter_map(|at| Some(files.as_ref()?.get(at)?.into()))
                .collect();
            input.set_value("");
            let (found, empty_photo) = (found.clone(), empty_photo.clone());
            spawn_local(async move {
                let mut is_empty = false;
                for photo in photos {
                    let texts = in_photo(&photo).await.unwrap_or_default();
                    is_empty |= texts.is_empty();
                    texts.into_iter().for_each(|text| found.emit(text));
                }
                empty_photo.set(is_empty);
            });
        }
    };
    let trouble = match &*camera {
        Camera::Refused(why) => Some(words.no_camera(why)),
        _ if *empty_photo => Some(words.no_code.to_owned()),
        _ => None,
    };
    html! {
        <div class="scan">
            if let Camera::On(_) = &*camera {
                <button type="button" class="small" onclick={stop}>{words.stop_scanning}</button>
            } else {
                <button type="button" class="small" disabled={*camera == Camera::Asked} onclick={start}>{words.scan}</button>
            }
            <label><span>{words.photos}{" "}</span>
                <input type="file" accept="image/*" multiple=true {onchange} />
            </label>
            if let Camera::On(_) = &*camera {
                <video ref={video} muted=true playsinline=true aria-label={words.camera} />
            }
            {for trouble.map(|why| html! { <p role="alert" class="failed">{why}</p> })}
        </div>
    }
}

fn end(stream: &MediaStream) {
    for track in stream.get_tracks().iter() {
        track.unchecked_into::<MediaStreamTrack>().stop();
    }
}

/// The camera at the back, where there is one.
async fn opened() -> Result<MediaStream, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let wanted = MediaStreamConstraints::new();
    let facing = js_sys::Object::new();
    js_sys::Reflect::set(&facing, &"facingMode".into(), &"environment".into())?;
    wanted.set_video(&facing);
    let devices = window.navigator().media_devices()?;
    if devices.is_undefined() {
        return Err(desk_words().class.not_safe.into());
    }
    let stream = devices.get_user_media_with_constraints(&wanted)?;
    JsFuture::from(stream).await?.dyn_into()
}

/// A size of the same shape, its longer side no longer than this.
fn fitted([width, height]: [f64; 2], most: f64) -> [f64; 2] {
    let scale = (most / width.max(height).max(1.0)).min(1.0);
    [width, height].map(|side| (side * scale).round().max(1.0))
}

/// The texts of the codes before the camera.
fn seen(video: &HtmlVideoElement) -> Result<Vec<String>, JsValue> {
    let size = [video.video_width(), video.video_height()].map(f64::from);
    if size[0] == 0.0 {
        return Ok(Vec::new());
    }
    let size = fitted(size, MOST_OF_CAMERA);
    let (levels, width) = grey(size, |context| {
        context.draw_image_with_html_video_element_and_dw_and_dh(video, 0.0, 0.0, size[0], size[1])
    })?;
    Ok(scanned(&levels, width))
}

async fn in_photo(photo: &Blob) -> Result<Vec<String>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let bitmap = JsFuture::from(window.create_image_bitmap_with_blob(photo)?).await?;
    let bitmap: ImageBitmap = bitmap.dyn_into()?;
    let size = fitted(
        [bitmap.width(), bitmap.height()].map(f64::from),
        MOST_OF_PHOTO,
    );
    let (levels, width) = grey(size, |context| {
        context.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, size[0], size[1])
    })?;
    bitmap.close();
    Ok(scanned(&levels, width))
}
