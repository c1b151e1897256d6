// The questions can be answered in the page: this script makes the printed boxes
// into fields, and writes the answers as a piece of a fact file. Nothing leaves the
// machine, and without it the list is one to print.
for (const list of document.querySelectorAll(".questionnaire")) {
	const asks = Array.from(list.querySelectorAll(".ask[data-fact]"));
	const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

	const answer = (ask) => {
		const ticked = Array.from(ask.querySelectorAll("input[type=checkbox]:checked"), (box) => box.value);
		if (ticked.length > 0) return ticked.includes("") ? "," : ticked.join(",");
		const field = ask.querySelector("input[type=radio]:checked") || ask.querySelector("input:not([type=radio], [type=checkbox])");
		return field ? field.value.trim() : "";
	};

	// Each answer as YAML has it. What is no number or day stays a text, which the
	// schema then refuses with its place: nothing is dropped in silence.
	const written = {
		flag: (text) => text,
		count: (text) => number(text.replace(/\s/g, "")),
		amount: (text) => number(text.replace(/\s/g, "")),
		day: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : JSON.stringify(text)),
		list: (text) => JSON.stringify(text.split(",").map((part) => part.trim()).filter(Boolean)),
	};
	const number = (text) => (/^-?\d+(\.\d+)?$/.test(text) ? text : JSON.stringify(text));
	const key = (name) => (/^[A-Za-z_][\w-]*$/.test(name) ? name : JSON.stringify(name));

	const yaml = () => {
		const lines = ["# Answers about " + list.dataset.service.replace(/\s/g, " ") + ", asked on " + list.dataset.date];
		const root = new Map();
		for (const ask of asks.filter(answer)) {
			const steps = ask.dataset.fact.slice(1).split("/").map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"));
			let at = root;
			for (const step of steps.slice(0, -1)) {
				if (!at.has(step)) at.set(step, new Map());
				at = at.get(step);
			}
			at.set(steps.at(-1), ask);
		}
		const write = (map, indent) => {
			for (const [name, value] of map) {
				if (value instanceof Map) {
					lines.push(indent + key(name) + ":");
					write(value, indent + "  ");
					continue;
				}
				const text = answer(value);
				lines.push(indent + "# " + value.querySelector(".question").textContent.replace(/\s+/g, " "));
				lines.push(indent + key(name) + ": " + (written[value.dataset.kind] || JSON.stringify)(text));
			}
		};
		write(root, "");
		return lines.join("\n") + "\n";
	};

	const save = make("button", { type: "button", textContent: "Save the answers as YAML" });
	const state = make("span", { className: "state" });
	state.setAttribute("role", "status");
	const tell = () => {
		const n = asks.filter(answer).length;
		save.disabled = n === 0;
		state.textContent = n === 0 ? "no question answered yet" : n === 1 ? "1 answer, not saved" : `${n} answers, not saved`;
	};
	save.addEventListener("click", () => {
		const link = make("a", { href: URL.createObjectURL(new Blob([yaml()], { type: "application/yaml" })), download: "answers.yaml" });
		link.click();
		setTimeout(() => URL.revokeObjectURL(link.href));
		state.textContent = "saved as answers.yaml";
	});

	for (const ask of asks) {
		const boxes = ask.querySelector(".boxes");
		const question = ask.querySelector(".question");
		question.id = ask.id + "-question";
		const choices = boxes.querySelectorAll("[data-value]");
		if (choices.length > 0) {
			const several = ask.dataset.kind === "list";
			boxes.setAttribute("role", several ? "group" : "radiogroup");
			boxes.setAttribute("aria-labelledby", question.id);
			// Of several, none is an answer and no box ticked is none.
			const fields = Array.from(choices, (choice) => [choice.dataset.value, choice.textContent.trim()]).concat([["", several ? "none of these" : "not known"]]);
			boxes.replaceChildren(
				...fields.map(([value, words]) => {
					const label = make("label", {});
					const field = make("input", { type: several ? "checkbox" : "radio", name: ask.id, value, defaultChecked: !several && value === "" });
					label.append(field, " " + words);
					return label;
				}),
			);
			continue;
		}
		const field = make("input", { type: ask.dataset.kind === "day" ? "date" : "text", autocomplete: "off", id: ask.id + "-field" });
		if (ask.dataset.kind === "count" || ask.dataset.kind === "amount") field.inputMode = "decimal";
		field.setAttribute("aria-labelledby", question.id);
		const blank = boxes.querySelector(".blank");
		if (blank) blank.replaceWith(field);
		if (ask.dataset.kind === "list") boxes.querySelector(".answer").append(", with commas between");
	}
	if (asks.length > 0) {
		const line = make("p", { className: "save" });
		line.append(save, state);
		list.prepend(line);
		list.addEventListener("input", tell);
		tell();
	}
}
