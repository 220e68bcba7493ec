//! Samples that stay on this device, in IndexedDB, because the user said so.

use std::rc::Rc;

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::data::OwnData;
use crate::words::desk_words;

const DATABASE: &str = "hourglass";
const STORE: &str = "samples";

async fn database() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            // Where it fails, so does what is asked of the store.
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    request.await
}

/// Keeps samples under their title, or "title (2)" and so on where others have it.
pub async fn keep(title: &str, file: &[u8]) -> Result<(), Error> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(STORE)?;
    let mut name = title.to_owned();
    for count in 2.. {
        let there = store.get(JsValue::from(name.as_str()))?.await?;
        let there = there.and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok());
        if there.is_none_or(|bytes| bytes.to_vec() == file) {
            break;
        }
        name = format!("{title} ({count})");
    }
    let bytes = Uint8Array::from(file);
    store.put(&bytes, Some(&name.into()))?.await?;
    transaction.commit()?.await?;
    database.close();
    Ok(())
}

async fn titles() -> Result<Vec<String>, Error> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let keys = transaction
        .object_store(STORE)?
        .get_all_keys(None, None)?
        .await?;
    database.close();
    Ok(keys.iter().filter_map(JsValue::as_string).collect())
}

async fn fetched(title: &str) -> Option<OwnData> {
    let database = database().await.ok()?;
    let transaction = database
        .transaction(&[STORE], TransactionMode::ReadOnly)
        .ok()?;
    let store = transaction.object_store(STORE).ok()?;
    let bytes = store.get(JsValue::from(title)).ok()?.await.ok()??;
    database.close();
    OwnData::from_bytes(&bytes.dyn_into::<Uint8Array>().ok()?.to_vec()).ok()
}

async fn forget(title: &str) -> Result<(), Error> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction
        .object_store(STORE)?
        .delete(JsValue::from(title))?
        .await?;
    transaction.commit()?.await?;
    database.close();
    Ok(())
}

#[derive(PartialEq, Properties)]
pub struct KeptProps {
    pub take: Callback<Rc<OwnData>>,
}

/// What is kept: to train on, or to be forgotten.
#[component]
pub fn Kept(props: &KeptProps) -> Html {
    let words = &desk_words().samples;
    let known = use_state_eq(Vec::<String>::new);
    let failed = use_state_eq(|| None::<String>);
    let list = {
        let known = known.setter();
        Callback::from(move |()| {
            let known = known.clone();
            // A browser that keeps nothing has nothing to list.
            spawn_local(async move { known.set(titles().await.unwrap_or_default()) });
        })
    };
    use_effect_with((), {
        let list = list.clone();
        move |()| list.emit(())
    });
    if known.is_empty() {
        return Html::default();
    }
    let rows = known.iter().map(|title| {
        let train = {
            let (take, title, failed, list) = (props.take.clone(), title.clone(), failed.setter(), list.clone());
            move |_: MouseEvent| {
                let (take, title, failed, list) = (take.clone(), title.clone(), failed.clone(), list.clone());
                spawn_local(async move {
                    match fetched(&title).await {
                        Some(data) => take.emit(Rc::new(data)),
                        None => {
                            failed.set(Some(words.damaged(&title)));
                            list.emit(());
                        }
                    }
                });
            }
        };
        let forget = {
            let (title, list) = (title.clone(), list.clone());
            move |_: MouseEvent| {
                let (title, list) = (title.clone(), list.clone());
                spawn_local(async move {
                    // What is left is in the list.
                    let _ = forget(&title).await;
                    list.emit(());
                });
            }
        };
        html! {
            <li key={title.clone()}><button type="button" class="ware" onclick={train}><b>{title.clone()}</b></button>
                <button type="button" class="small" aria-label={words.forget(title)} onclick={forget}>{words.forget_it}</button></li>
        }
    });
    html! {
        <section class="kept">
            <h3>{words.kept}</h3>
            <ul>{for rows}</ul>
            if let Some(why) = &*failed {
                <p class="failed" role="alert">{why.clone()}</p>
            }
        </section>
    }
}
