// Walks through every experiment, panel and figure of the lesson that is open, and looks at the boxes and at the controls
// on the stage in each. The script of the boxes is arguments[0]; arguments[1] says whether panels and figures are walked
// through too, arguments[2] whether the other theme is looked at.
const [script, isWhole, inBothThemes] = arguments;
const done = arguments[arguments.length - 1];
const boxes = new Function(script);
const all = (selector) => [...document.querySelectorAll(selector)];
const frame = () => new Promise(requestAnimationFrame);
const settled = async (ms) => {
  await new Promise((resolve) => setTimeout(resolve, ms));
  await frame();
  await frame();
};
// Until the stage shows the run that was asked for.
const shown = async () => {
  do await settled(0); while (document.querySelector('.stage').dataset.awaited === 'true');
  await settled(0);
};
const faults = [];

// What an experiment is about is in view and in reach at the top of the page, where its picture is too.
const controls = () => {
  // A screen so small has room for one at a time.
  if (innerWidth < 360 || innerHeight < 520) return [];
  const missing = [];
  const sliders = all('.hands input[type=range]');
  if (!sliders.length) missing.push('no control stands on the stage');
  for (const slider of sliders) {
    const box = slider.getBoundingClientRect();
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    if (document.elementFromPoint(x, y) !== slider) missing.push(`“${slider.ariaLabel}” is out of sight, at ${Math.round(y)} of ${innerHeight}`);
    const twins = all('input[type=range]').filter((other) => other.ariaLabel === slider.ariaLabel);
    if (twins.length > 1) missing.push(`“${slider.ariaLabel}” is there ${twins.length} times`);
  }
  const picture = document.querySelector('.figures canvas')?.getBoundingClientRect();
  if (!picture || picture.top + 0.6 * picture.height > innerHeight - 96) missing.push('the picture is out of sight');
  return missing;
};
// A fault is one that stays: while a run is set up, or an analysis of thousands of samples is under way, pictures are
// not yet what was asked for.
const look = async (where, is_first) => {
  const now = () => (is_first ? [...controls(), ...boxes()] : boxes());
  let found = now();
  for (let again = 0; found.length && again < 40; again++) {
    await settled(400);
    found = now();
  }
  faults.push(...found.map((fault) => `${where}: ${fault}`));
};
const press = async (selector, at, ms) => {
  all(selector)[at].click();
  await settled(ms);
};

(async () => {
  const scenes = all('.scenes input').length || 1;
  for (let scene = 0; scene < scenes; scene++) {
    if (scenes > 1) all('.scenes input')[scene].click();
    await shown();
    await look(`experiment ${scene + 1}`, true);
    if (inBothThemes) {
      await press('.tool[aria-label="Theme"]', 0, 30);
      await look(`experiment ${scene + 1}, the other theme`, true);
      await press('.tool[aria-label="Theme"]', 0, 30);
    }
    if (!isWhole) continue;
    // A few steps, so that captions and numbers are those of a run.
    await press('.transport .play', 0, 60);
    await press('.transport .play', 0, 30);
    const panels = all('[aria-label="Pictures"] label').map((label) => label.textContent);
    for (const [at, panel] of panels.entries()) {
      await press('[aria-label="Pictures"] input', at, 30);
      await look(`experiment ${scene + 1}, ${panel}`, false);
    }
    const other = all('.tabs.figure input').findIndex((figure) => !figure.checked);
    await press('.tabs.figure input', other, 50);
    await look(`experiment ${scene + 1}, the other figure`, true);
  }
  done(faults);
})().catch((error) => done([String(error)]));
