// The letter as it is typed: kept over a reload, copied, handed to the mail program. Sending is the form's, without a script.

const form = document.getElementById("reply");
const [to, subject, text] = ["to", "subject", "text"].map((name) => document.getElementById(`reply-${name}`));
const copy = document.getElementById("reply-copy");
const key = `ordermill:reply:${form.dataset.key}`;

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

function point() {
  const query = `subject=${encodeURIComponent(subject.value)}&body=${encodeURIComponent(text.value)}`;
  document.getElementById("reply-mailto").href = `mailto:${encodeURIComponent(to.value)}?${query}`;
}

const before = document.querySelector(".trouble") ? null : kept();
if (before) [to.value, subject.value, text.value] = before;
point();

form.addEventListener("input", () => {
  sessionStorage.setItem(key, JSON.stringify([to.value, subject.value, text.value]));
  point();
});
form.addEventListener("submit", () => { form.querySelector("[type=submit]").disabled = true; });

copy.hidden = false;
copy.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(text.value);
  } catch {
    // Without https there is no clipboard for scripts.
    text.select();
    document.execCommand("copy");
  }
  document.getElementById("reply-said").textContent = form.dataset.copied;
});
