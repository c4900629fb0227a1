(function () {
  // Runs on both sides, on some clients twice in one page, on others in a page of its own: no globals, old syntax.
  "use strict";
  var HOUR = 3600000;
  var marks = listOf(document.querySelectorAll("#zq-answered, .zq-choice"));
  var card = document.querySelector(".zq-choice:not(.zq-live)");
  var list = card && card.querySelector(".zq-options ol");
  // A list that an edit has cut in two stays a list, with the key below it on the other side.
  if (!list || card.querySelectorAll(".zq-options ol").length > 1) return;

  var before = marks[marks.indexOf(card) - 1];
  var isAnswered = !!before && before.id === "zq-answered";
  var isSeveral = !!card.querySelector(".zq-several");
  var id = said(".zq-id");
  // What was picked is an option's place: after an edit of the options it would mean another one.
  var about = id + " " + hash(list.textContent.replace(/\s+/g, ""));
  var right = numbers(said(".zq-right-ones")).map(function (number) { return number - 1; });
  var state = isAnswered ? recalled() : null;
  // As in Anki, the day ends at four: fewer people are at their cards then than at midnight.
  var day = state ? state.day : new Date(Date.now() - 4 * HOUR).toDateString();
  var picks = state ? state.picks : [];
  var items = listOf(list.children);
  var buttons = [];
  var whys = [];

  items.forEach(build);

<!-- language.js -->

  shuffled().forEach(function (index, place) {
    list.appendChild(items[index]);
    buttons[index].firstChild.textContent = place < 26 ? String.fromCharCode(65 + place) : place + 1;
  });
  list.setAttribute("role", isSeveral ? "group" : "radiogroup");
  list.setAttribute("aria-labelledby", named("question") + (isSeveral ? " " + named("several") : ""));
  card.className += " zq-live";
  if (window.zqKey) document.removeEventListener("keydown", window.zqKey);
  if (isAnswered) judge(); else ask();

  function listOf(found) {
    return Array.prototype.slice.call(found);
  }

  function said(name) {
    var element = card.querySelector(name);
    return element ? element.textContent : "";
  }

  function numbers(text) {
    return (text.match(/\d+/g) || []).map(Number);
  }

  function named(name) {
    var element = card.querySelector(".zq-" + name);
    element.id = "zq-" + name + "-" + marks.indexOf(card);
    return element.id;
  }

  function made(tag, name) {
    var element = document.createElement(tag);
    element.className = name;
    return element;
  }

  // An entry's own nodes move into a button; what says why it is right or wrong waits for the answer.
  function build(item, index) {
    var why = item.querySelector(".zq-why");
    whys[index] = why ? item.removeChild(why) : null;
    var button = made("button", "zq-option tappable");
    var text = made("span", "zq-text");
    button.type = "button";
    button.appendChild(made("span", "zq-sign")).setAttribute("aria-hidden", "true");
    while (item.firstChild) text.appendChild(item.firstChild);
    text.dir = "auto";
    button.appendChild(text);
    button.setAttribute("role", isSeveral ? "checkbox" : "radio");
    item.setAttribute("role", "presentation");
    item.appendChild(button);
    buttons[index] = button;
  }

  // The same order on both sides without being told, and another one tomorrow.
  function shuffled() {
    var order = items.map(function (_, index) { return index; });
    var rule = said(".zq-order");
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
    var text = JSON.stringify({ about: about, at: Date.now(), day: day, picks: picks });
    window.zqPicks = text;
    stores().forEach(function (store) {
      try { store.removeItem("zq"); store.setItem("zq", text); } catch (denied) { /* the answer side then shows the key alone */ }
    });
  }

  function recalled() {
    var texts = [window.zqPicks].concat(stores().map(function (store) {
      try { return store.getItem("zq"); } catch (denied) { return null; }
    }));
    for (var place = 0; place < texts.length; place++) {
      try {
        var found = JSON.parse(texts[place]);
        if (found.about === about && found.picks instanceof Array && Math.abs(Date.now() - found.at) < HOUR) return found;
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
    list.addEventListener("keydown", step);
    window.zqKey = digit;
    document.addEventListener("keydown", digit);
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
    return listOf(list.querySelectorAll(".zq-option"));
  }

  // Anki on the desktop takes plain digits, space and Enter for itself, so Alt with a digit picks as well.
  function digit(event) {
    if (!document.body.contains(card) || event.ctrlKey || event.metaKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable) return;
    var found = /^(?:Digit|Numpad)([1-9])$/.exec(event.code || "");
    go(event, found && ordered()[found[1] - 1], true);
  }

  function step(event) {
    var inOrder = ordered();
    var by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    go(event, inOrder[(inOrder.indexOf(document.activeElement) + by + inOrder.length) % inOrder.length], !isSeveral);
  }

  function go(event, button, isPick) {
    if (!button) return;
    event.preventDefault();
    button.focus();
    if (isPick) pick(buttons.indexOf(button));
  }

  // Only picks that are known are judged, and only by a key that can be read; else the key stands alone.
  function judge() {
    var isKnown = picks.length > 0 && right.length > 0 && right.every(function (index) { return items[index]; });
    var found = right.filter(function (index) { return picks.indexOf(index) >= 0; }).length;
    buttons.forEach(function (button, index) {
      var isRight = right.indexOf(index) >= 0;
      var isPicked = picks.indexOf(index) >= 0;
      button.setAttribute("aria-checked", String(isPicked));
      button.setAttribute("aria-disabled", "true");
      button.tabIndex = -1;
      if (isRight || isPicked && isKnown) {
        button.className += isRight ? " zq-right" : " zq-wrong";
        button.firstChild.textContent = isRight ? "✓" : "✗";
        say(button.appendChild(made("span", "zq-spoken")), isRight ? "right" : "falsely", card);
      }
      if (isPicked) say(button.appendChild(made("span", "zq-tab")), "yours", card);
      else if (isRight && isKnown && isSeveral) say(button.appendChild(made("span", "zq-tab zq-missed")), "missed", card);
    });
    var judged = card.querySelector(".zq-judged");
    var verdict = isKnown && judged.appendChild(sentence(found));
    remarks(isKnown).forEach(function (remark) { direct(judged.appendChild(remark)); });
    if (verdict && verdict.scrollIntoView) verdict.scrollIntoView({ block: "nearest" });
  }

  function sentence(found) {
    var isRight = found === right.length && found === picks.length;
    var verdict = made("div", isRight ? "zq-verdict zq-right" : "zq-verdict zq-wrong");
    say(verdict.appendChild(made("span", "")), isRight ? "right" : "wrong", card, isRight ? "✓ " : "✗ ");
    if (isSeveral && !isRight) {
      verdict.appendChild(made("span", "zq-found")).textContent = " " + found + " / " + right.length;
    }
    verdict.setAttribute("role", "status");
    return verdict;
  }

  // What to say about the picks; about every option where the picks are not known.
  function remarks(isKnown) {
    var isAlone = isKnown && !isSeveral;
    return ordered().map(function (button) {
      var index = buttons.indexOf(button);
      if (!whys[index] || isKnown && picks.indexOf(index) < 0) return null;
      var remark = made("div", "zq-remark");
      remark.dir = "auto";
      if (!isAlone) {
        var option = made("div", "zq-about");
        listOf(button.querySelector(".zq-text").childNodes).forEach(function (node) {
          option.appendChild(node.cloneNode(true));
        });
        remark.appendChild(option);
      }
      remark.appendChild(whys[index]);
      return remark;
    }).filter(Boolean);
  }
})();
