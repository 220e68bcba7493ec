//! Buttons, sliders, fields and keys, by their accessible names.

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::page::{OPEN_ALL_CONTROLS, Page};

impl Page<'_> {
    pub async fn has_button(&self, name: &str) -> Result<bool> {
        Ok(!self.buttons(name).await?.is_empty())
    }

    async fn buttons(&self, name: &str) -> Result<Vec<WebElement>> {
        let by =
            format!("//button[@aria-label='{name}' or starts-with(normalize-space(), '{name}')]");
        Ok(self.driver.find_all(By::XPath(by)).await?)
    }

    /// Clicks the button of this name, or whose text begins so.
    pub async fn press(&self, name: &str) -> Result<()> {
        self.until(&format!("the button {name}"), async || {
            Ok(self.buttons(name).await?.into_iter().next())
        })
        .await?
        .click()
        .await
        .with_context(|| format!("pressing {name}"))
    }

    /// Opens the help and returns its switch of single keys.
    pub async fn character_switch(&self) -> Result<WebElement> {
        self.press("Help").await?;
        let switch = By::Css(".help input[type=checkbox]");
        Ok(self.driver.find(switch).await?)
    }

    /// Presses keys, wherever the focus is.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result<()> {
        let chain = self.driver.action_chain();
        Ok(chain.send_keys(keys).perform().await?)
    }

    /// Takes the focus from whatever has it.
    pub async fn blur(&self) -> Result<()> {
        self.js("document.activeElement?.blur()", json!([])).await?;
        Ok(())
    }

    /// The slider, field or canvas whose accessible name holds this text.
    pub async fn named(&self, tag: &str, text: &str) -> Result<WebElement> {
        let by = format!("{tag}[aria-label*=\"{text}\"]");
        self.until(&by, async || {
            let found = self.driver.find_all(By::Css(by.as_str())).await?;
            Ok(found.into_iter().next())
        })
        .await
    }

    pub async fn slider(&self, name: &str) -> Result<WebElement> {
        let by = format!("input[type=range][aria-label=\"{name}\"]");
        Ok(self.driver.find(By::Css(by)).await?)
    }

    pub async fn slider_value(&self, name: &str) -> Result<f64> {
        let value = self.slider(name).await?.value().await?;
        Ok(value.context("a slider without a value")?.parse()?)
    }

    /// Chooses an option of the radio group of this name.
    pub async fn choose(&self, group: &str, option: &str) -> Result<()> {
        self.radio(
            &format!("{GROUP}.find((radio) => name(radio) === arguments[1])"),
            group,
            option,
        )
        .await?
        .element()?
        .click()
        .await
        .with_context(|| format!("choosing {option}"))
    }

    /// The option that is chosen in the radio group of this name.
    pub async fn chosen(&self, group: &str) -> Result<String> {
        let script = format!("name({GROUP}.find((radio) => radio.checked))");
        Ok(self.radio(&script, group, "").await?.convert()?)
    }

    async fn radio(&self, script: &str, group: &str, option: &str) -> Result<ScriptRet> {
        self.js(OPEN_ALL_CONTROLS, json!([])).await?;
        let script = format!("{NAME}; return {script}");
        let arguments = vec![json!(group), json!(option)];
        let returned = self.driver.execute(script, arguments).await;
        returned.with_context(|| format!("{group}: {option}"))
    }
}

/// The radio buttons of the field sets whose legend begins with the first argument: a lesson's own
/// controls may offer fewer options than the same control among all.
const GROUP: &str = "[...document.querySelectorAll('fieldset')]
    .filter((set) => set.querySelector('legend').textContent.trim().startsWith(arguments[0]))
    .flatMap((set) => [...set.querySelectorAll('input[type=radio]')])";
const NAME: &str =
    "const name = (radio) => radio.ariaLabel ?? radio.closest('label').textContent.trim()";
