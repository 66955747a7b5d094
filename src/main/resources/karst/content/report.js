
(function () {
  "use strict";
  var sections = Array.from(document.querySelectorAll("section"));
  var states = Array.from(document.querySelectorAll("input[name=state]"));
  var technique = document.getElementById("technique");
  var text = document.getElementById("text");
  var shown = document.getElementById("shown");

  function show() {
    var wanted = states.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
    var words = text.value.toLowerCase();
    var count = 0;
    sections.forEach(function (section) {
      var fits = wanted.indexOf(section.className) >= 0
        && (technique.value === "" || section.dataset.techniques.split(" ").indexOf(technique.value) >= 0)
        && (words === "" || section.textContent.toLowerCase().indexOf(words) >= 0);
      section.hidden = !fits;
      count += fits ? 1 : 0;
    });
    shown.textContent = count + " shown";
  }

  states.concat([technique, text]).forEach(function (control) {
    control.addEventListener("input", show);
  });
  show();
})();
