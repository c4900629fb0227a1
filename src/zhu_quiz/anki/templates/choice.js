(function () {
  // Runs on both sides, on some clients twice in one page, on others in a page of its own: no globals, old syntax.
  "use strict";
  var HOUR = 3600000;
  var card = document.getElementById("zq-choice");
  var options = document.getElementById("zq-options");
  var list = options && options.querySelector("ol");
  if (!card || !list || card.className.indexOf("zq-live") >= 0) return;

  var isAnswered = !!document.getElementById("zq-answered");
  var isSeveral = !!document.getElementById("zq-several");
  var id = said("zq-id");
  var right = numbers(said("zq-right")).map(function (number) { return number - 1; });
  var state = isAnswered ? recalled() : null;
  var day = state ? state.day : new Date().toDateString();
  var picks = state ? state.picks : [];
  var items = Array.prototype.slice.call(list.children);
  var buttons = [];
  var whys = [];

  items.forEach(build);
  shuffled().forEach(function (index, place) {
    list.appendChild(items[index]);
    buttons[index].firstChild.textContent = place < 26 ? String.fromCharCode(65 + place) : place + 1;
  });
  list.setAttribute("role", isSeveral ? "group" : "radiogroup");
  list.setAttribute("aria-labelledby", isSeveral ? "zq-question zq-several" : "zq-question");
  card.className += " zq-live";
  if (window.zqKey) document.removeEventListener("keydown", window.zqKey);
  if (isAnswered) judge(); else ask();

  function said(name) {
    var element = document.getElementById(name);
    return element ? element.textContent : "";
  }

  function numbers(text) {
    return (text.match(/\d+/g) || []).map(Number);
  }

  function made(tag, name, text) {
    var element = document.createElement(tag);
    element.className = name;
    if (text) element.textContent = text;
    return element;
  }

  // An entry's own nodes move into a button; what says why it is right or wrong waits for the answer.
  function build(item, index) {
    var why = item.querySelector(".zq-why");
    whys[index] = why ? item.removeChild(why) : null;
    var button = made("button", "zq-option tappable", "");
    var text = made("span", "zq-text", "");
    button.type = "button";
    button.appendChild(made("span", "zq-sign", "")).setAttribute("aria-hidden", "true");
    text.dir = "auto";
    while (item.firstChild) text.appendChild(item.firstChild);
    button.appendChild(text);
    button.setAttribute("role", isSeveral ? "checkbox" : "radio");
    item.setAttribute("role", "presentation");
    item.appendChild(button);
    buttons[index] = button;
  }

  // The same order on both sides without being told, and another one tomorrow.
  function shuffled() {
    var order = items.map(function (_, index) { return index; });
    var rule = said("zq-order");
    var pinned = numbers(rule);
    var first = pinned[0] || 0;
    var seed = hash(id + day);
    if (/fixed/.test(rule)) return order;
    for (var last = order.length - 1 - (pinned[1] || 0); last > first; last--) {
      seed ^= seed << 13; seed ^= seed >>> 17; seed ^= seed << 5;
      var other = first + (seed >>> 0) % (last - first + 1);
      var moved = order[last];
      order[last] = order[other];
      order[other] = moved;
    }
    return order;
  }

  function hash(text) {
    var value = 2166136261;
    for (var place = 0; place < text.length; place++) {
      value = Math.imul(value ^ text.charCodeAt(place), 16777619);
    }
    return value || 1;
  }

  // Picks travel to the other side where the client lets them. What is older than an hour, or another card's, does not count.
  function stores() {
    return ["sessionStorage", "localStorage"].map(function (name) {
      try { return window[name]; } catch (denied) { return null; }
    }).filter(Boolean);
  }

  function remember() {
    var text = JSON.stringify({ id: id, at: Date.now(), day: day, picks: picks });
    window.zqPicks = text;
    stores().forEach(function (store) {
      try { store.removeItem("zq"); store.setItem("zq", text); } catch (denied) { /* the answer side then shows the key alone */ }
    });
  }

  function recalled() {
    var texts = stores().map(function (store) {
      try { return store.getItem("zq"); } catch (denied) { return null; }
    });
    texts.push(window.zqPicks);
    for (var place = 0; place < texts.length; place++) {
      try {
        var found = JSON.parse(texts[place]);
        if (found.id === id && found.picks instanceof Array && Math.abs(Date.now() - found.at) < HOUR) return found;
      } catch (unreadable) { /* the next one may do */ }
    }
    return null;
  }

  function ask() {
    remember();
    buttons.forEach(function (button, index) {
      button.addEventListener("click", function (event) {
        event.stopPropagation();
        pick(index);
      });
    });
    show();
    window.zqKey = key;
    document.addEventListener("keydown", key);
  }

  function pick(index) {
    var place = picks.indexOf(index);
    if (!isSeveral) picks = [index];
    else if (place < 0) picks.push(index);
    else picks.splice(place, 1);
    remember();
    show();
  }

  function show() {
    var inOrder = ordered();
    buttons.forEach(function (button, index) {
      var isPicked = picks.indexOf(index) >= 0;
      var isReached = isSeveral || (picks.length ? isPicked : button === inOrder[0]);
      button.setAttribute("aria-checked", String(isPicked));
      button.tabIndex = isReached ? 0 : -1;
    });
  }

  function ordered() {
    return Array.prototype.slice.call(list.querySelectorAll(".zq-option"));
  }

  // Anki on the desktop takes plain digits, space and Enter for itself, so Alt with a digit picks as well.
  function key(event) {
    if (!document.body.contains(card) || event.ctrlKey || event.metaKey) return;
    if (/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
    var digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code || "");
    var step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    var inOrder = ordered();
    var chosen = digit ? inOrder[digit[1] - 1] : null;
    var here = inOrder.indexOf(document.activeElement);
    if (step && here >= 0) chosen = inOrder[(here + step + inOrder.length) % inOrder.length];
    if (!chosen) return;
    event.preventDefault();
    chosen.focus();
    if (digit || !isSeveral) pick(buttons.indexOf(chosen));
  }

  // Only picks that are known are judged; without them the key stands alone and nobody is told to be wrong.
  function judge() {
    var isKnown = picks.length > 0;
    var found = right.filter(function (index) { return picks.indexOf(index) >= 0; }).length;
    buttons.forEach(function (button, index) {
      var isRight = right.indexOf(index) >= 0;
      var isPicked = picks.indexOf(index) >= 0;
      button.setAttribute("aria-checked", String(isPicked));
      button.setAttribute("aria-disabled", "true");
      button.tabIndex = -1;
      if (isRight) button.className += " zq-right";
      else if (isPicked) button.className += " zq-wrong";
      if (isRight || isPicked) button.firstChild.textContent = isRight ? "✓" : "✗";
      if (isRight) button.appendChild(made("span", "zq-spoken", "right"));
      else if (isPicked) button.appendChild(made("span", "zq-spoken", "wrong"));
      if (isPicked) button.appendChild(made("span", "zq-tab", "your answer"));
      else if (isRight && isKnown && isSeveral) button.appendChild(made("span", "zq-tab zq-missed", "missed"));
    });
    var verdict = document.getElementById("zq-verdict");
    if (isKnown) verdict.appendChild(sentence(found));
    remarks(isKnown).forEach(function (remark) { verdict.appendChild(remark); });
  }

  function sentence(found) {
    var isRight = found === right.length && found === picks.length;
    var verdict = made("div", isRight ? "zq-verdict zq-right" : "zq-verdict zq-wrong", isRight ? "✓ Right" : "✗ Not yet");
    verdict.setAttribute("role", "status");
    if (isSeveral && !isRight) {
      verdict.appendChild(made("span", "zq-found", "you found " + found + " of " + right.length));
    }
    return verdict;
  }

  // What to say about the picks; about every option where the picks are not known.
  function remarks(isKnown) {
    var isAlone = isKnown && !isSeveral;
    return ordered().map(function (button) {
      var index = buttons.indexOf(button);
      if (!whys[index] || isKnown && picks.indexOf(index) < 0) return null;
      var remark = made("div", "zq-remark", "");
      remark.dir = "auto";
      if (!isAlone) {
        var option = made("div", "zq-about", "");
        Array.prototype.forEach.call(button.querySelector(".zq-text").childNodes, function (node) {
          option.appendChild(node.cloneNode(true));
        });
        remark.appendChild(option);
      }
      remark.appendChild(whys[index]);
      return remark;
    }).filter(Boolean);
  }
})();
