// The page is complete without this script: it only narrows the table of all
// obligations to what a reader looks for, and unfolds what is folded before the
// page is printed, for browsers whose style sheets cannot.
"use strict";
const folded = [];
window.addEventListener("beforeprint", () => {
	folded.push(...document.querySelectorAll("details:not([open], .follows > details)"));
	folded.forEach((part) => (part.open = true));
});
window.addEventListener("afterprint", () => folded.splice(0).forEach((part) => (part.open = false)));
for (const form of document.querySelectorAll("form.filter")) {
	const table = document.getElementById(form.dataset.table);
	const rows = Array.from(table.tBodies[0].rows, (row) => ({
		row,
		text: row.textContent.toLowerCase().replace(/\s+/g, " "),
	}));
	const none = form.parentElement.querySelector(".none");
	const shown = form.querySelector(".shown");
	const all = form.querySelectorAll("input[name=verdict]").length;

	const narrow = () => {
		const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
		const verdicts = Array.from(form.querySelectorAll("input[name=verdict]:checked"), (box) => box.value);
		const [kind, place] = form.elements.part.value.split(":");
		let count = 0;
		for (const { row, text } of rows) {
			const match =
				words.every((word) => text.includes(word)) &&
				verdicts.includes(row.dataset.verdict) &&
				(!kind || row.dataset[kind] === place);
			row.classList.toggle("out", !match);
			count += match;
		}
		none.hidden = count > 0;
		shown.textContent = `${count} of ${rows.length} shown`;
		table.classList.toggle("narrowed", count < rows.length || verdicts.length < all);
	};

	// A link to a row must lead somewhere even if the row is filtered out.
	window.addEventListener("hashchange", () => {
		const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
		if (target && table.contains(target) && target.classList.contains("out")) {
			form.reset();
			narrow();
			target.scrollIntoView();
		}
	});
	form.addEventListener("input", narrow);
	form.addEventListener("submit", (event) => event.preventDefault());
	// The fields have their old values until the reset is over.
	form.addEventListener("reset", () => setTimeout(narrow));
	form.hidden = false;
	// A browser may have kept what was typed before a reload.
	narrow();
}
