(function () {
  "use strict";
<!-- language.js -->

  // Anki strikes out whatever differs from its one answer. Only what is surely right is called so: of the rest,
  // much may be a matter of spelling, and nobody is told to be wrong by mistake.
  var compared = document.querySelector("code#typeans");
  var place = document.querySelector(".zq-judged");
  if (!compared || !place || place.firstChild) return;
  var typed = "";
  for (var node = compared.firstChild; node && node.nodeName !== "BR"; node = node.nextSibling) {
    if (/typeGood|typeBad/.test(node.className)) typed += node.textContent;
  }
  var also = Array.prototype.map.call(document.querySelectorAll(".zq-also li"), function (item) {
    return plain(item.textContent);
  });
  if (compared.querySelector("br") ? also.indexOf(plain(typed)) < 0 : !typed) return;
  var verdict = document.createElement("div");
  verdict.className = "zq-verdict zq-right";
  verdict.setAttribute("role", "status");
  place.appendChild(say(verdict, "right", place, "✓ "));

  function plain(text) {
    return text.replace(/\s+/g, " ").trim().normalize("NFC");
  }
})();
