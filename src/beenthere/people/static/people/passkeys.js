// Passkeys: the browser makes one, or answers with one. Everything else works without this file.
(() => {
  "use strict";
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const make = async () => {
    const asked = JSON.parse(document.getElementById("passkey-options").textContent);
    asked.challenge = bytes(asked.challenge);
    asked.user.id = bytes(asked.user.id);
    const made = await navigator.credentials.create({ publicKey: asked });
    return {
      clientDataJSON: text(made.response.clientDataJSON),
      attestationObject: text(made.response.attestationObject),
      id: made.id,
    };
  };

  const answer = async (form) => {
    const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
    const reply = await fetch(form.dataset.ask, { method: "POST", headers: { "X-CSRFToken": token } });
    const asked = await reply.json();
    asked.challenge = bytes(asked.challenge);
    const found = await navigator.credentials.get({ publicKey: asked });
    const { clientDataJSON, authenticatorData, signature, userHandle } = found.response;
    return {
      clientDataJSON: text(clientDataJSON),
      authenticatorData: text(authenticatorData),
      signature: text(signature),
      userHandle: userHandle && text(userHandle),
      id: found.id,
    };
  };

  const sent = ({ id, ...response }) => JSON.stringify({ id, rawId: id, type: "public-key", response });

  for (const form of document.querySelectorAll("[data-passkey]")) {
    if (!window.PublicKeyCredential) continue;
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        const found = form.dataset.passkey === "make" ? await make() : await answer(form);
        form.querySelector("[name=credential]").value = sent(found);
        const own = document.querySelector("[name=own_device]:checked");
        if (own && form.dataset.passkey === "enter") form.append(Object.assign(own.cloneNode(), { hidden: true }));
        form.submit();
      } catch {
        // Whoever turns the question of their device away stays where they are.
      }
    });
  }
})();
