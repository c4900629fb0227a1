// The words of the cards themselves, in the language of the question; in English where that is not among these.
var NAMES = "hint several also right wrong yours missed falsely".split(" ");
var WORDS = {
  ar: "تلميح|قد تصح عدة إجابات|صحيح أيضًا|صحيح|ليس بعد|إجابتك|فاتتك|خطأ",
  de: "Tipp|Mehrere können richtig sein|Auch richtig|Richtig|Noch nicht|deine Antwort|übersehen|falsch",
  en: "Hint|Several may be right|Also right|Right|Not yet|your answer|missed|wrong",
  es: "Pista|Puede haber varias correctas|También correcto|Correcto|Todavía no|tu respuesta|no marcada|incorrecto",
  fr: "Indice|Plusieurs réponses possibles|Aussi juste|Juste|Pas encore|votre réponse|oubliée|faux",
  he: "רמז|ייתכנו כמה תשובות נכונות|גם נכון|נכון|עדיין לא|התשובה שלך|הוחמצה|שגוי",
  it: "Suggerimento|Più risposte possono essere giuste|Anche giusto|Giusto|Non ancora|la tua risposta|non scelta|sbagliato",
  ja: "ヒント|正解は複数の場合があります|これも正解|正解|もう少し|あなたの答え|選び忘れ|不正解",
  ko: "힌트|정답이 여러 개일 수 있음|이것도 정답|정답|아직 아님|내 답|놓침|오답",
  nl: "Hint|Meerdere kunnen goed zijn|Ook goed|Goed|Nog niet|jouw antwoord|gemist|fout",
  pl: "Podpowiedź|Kilka może być poprawnych|Również poprawne|Dobrze|Jeszcze nie|twoja odpowiedź|pominięte|źle",
  pt: "Dica|Pode haver várias certas|Também certo|Certo|Ainda não|a sua resposta|faltou|errado",
  ru: "Подсказка|Верных ответов может быть несколько|Тоже верно|Верно|Пока неверно|ваш ответ|пропущено|неверно",
  tr: "İpucu|Birden fazla doğru olabilir|Bu da doğru|Doğru|Henüz değil|yanıtın|atlandı|yanlış",
  zh: "提示|可能有多个正确答案|也正确|正确|还不对|你的答案|漏选|错误"
};

each(".zq [data-word]", function (element) {
  say(element, element.getAttribute("data-word"), element.parentElement);
});
each(".zq-question, .zq [dir='auto']", direct);

function each(selector, act) {
  Array.prototype.forEach.call(document.querySelectorAll(selector), act);
}

// In a card written from the right, a part that has no letter of such a script still runs from the left.
function direct(part) {
  var isFromRight = getComputedStyle(part).direction === "rtl";
  if (isFromRight && !/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(part.textContent)) part.dir = "ltr";
  return part;
}

// A screen reader says English as English also in the midst of another language.
function say(element, name, place, sign) {
  while (place && !place.lang) place = place.parentElement;
  var language = place ? place.lang.toLowerCase().split(/[-_]/)[0] : "en";
  var isKnown = WORDS.hasOwnProperty(language);
  element.textContent = (sign || "") + WORDS[isKnown ? language : "en"].split("|")[NAMES.indexOf(name)];
  if (isKnown) element.removeAttribute("lang"); else element.lang = "en";
  return element;
}
