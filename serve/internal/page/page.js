// Sends a form or follows a link of the page and takes over only the regions that have
// changed. Without it everything works the same, by loading whole pages.
(() => {
	"use strict";
	const regions = root => root.querySelectorAll("[data-region]");
	let running = null;

	const notice = (text, alarm) => {
		const at = document.getElementById("notice");
		if (!at) return;
		const line = document.createElement("p");
		line.textContent = text;
		if (alarm) line.className = "alarm";
		at.replaceChildren(line);
	};

	// take puts the regions of a page in the place of those that are shown. It reports
	// false where the page is another one.
	const take = (text, url, push) => {
		const page = new DOMParser().parseFromString(text, "text/html");
		if (page.body.dataset.page !== document.body.dataset.page) return false;
		const focused = document.activeElement && document.activeElement.id;
		for (const now of regions(page)) {
			const shown = document.getElementById(now.id);
			if (shown) shown.replaceChildren(...now.childNodes);
		}
		document.title = page.title;
		history[push ? "pushState" : "replaceState"]({ swapped: true }, "", url);
		const wrong = document.querySelector("[data-wrong]");
		const kept = focused && document.getElementById(focused);
		const next = wrong || (kept && kept !== document.body ? kept : document.querySelector("#questions summary") || document.getElementById("questions-heading"));
		if (next) next.focus({ preventScroll: !wrong });
		prepare();
		return true;
	};

	const send = async (url, options, push) => {
		if (running) running.abort();
		const mine = (running = new AbortController());
		document.body.setAttribute("aria-busy", "true");
		try {
			const answer = await fetch(url, { ...options, signal: mine.signal, headers: { Accept: "text/html" } });
			const text = await answer.text();
			const moved = answer.redirected || !options.method;
			if (take(text, moved ? answer.url : location.href, push)) return;
			if (moved) return location.assign(answer.url);
			const page = new DOMParser().parseFromString(text, "text/html");
			document.querySelector("main").replaceChildren(...page.querySelector("main").childNodes);
		} catch (error) {
			if (error.name !== "AbortError") notice(document.body.dataset.lost, true);
		} finally {
			if (running === mine) running = null;
			document.body.removeAttribute("aria-busy");
		}
	};

	document.addEventListener("submit", event => {
		const form = event.target;
		if (!form.matches("[data-swap]")) return;
		event.preventDefault();
		const data = new URLSearchParams(new FormData(form, event.submitter));
		if (form.method === "get") send(form.action.split("?")[0] + "?" + data, {}, true);
		else send(form.action, { method: "POST", body: data }, false);
	});

	document.addEventListener("click", event => {
		const link = event.target.closest && event.target.closest("a[data-swap]");
		if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
		event.preventDefault();
		send(link.href, {}, true);
	});

	addEventListener("popstate", event => { if (event.state && event.state.swapped) location.reload(); });

	// What takes longer to work out comes after the rest.
	let waiting = 0, working = null;
	const later = () => {
		clearTimeout(waiting);
		if (working) working.abort();
		const at = document.querySelector("[data-later]");
		if (!at) return;
		waiting = setTimeout(async () => {
			try {
				working = new AbortController();
				const answer = await fetch(at.dataset.later, { signal: working.signal });
				if (!answer.ok || !at.isConnected) return;
				const page = new DOMParser().parseFromString(await answer.text(), "text/html");
				at.replaceWith(...page.body.childNodes);
			} catch { /* the link beside it leads there as well */ }
		}, 700);
	};

	// Files can be dropped where they are chosen.
	const dropping = () => {
		const zone = document.querySelector("[data-drop]");
		const field = zone && zone.querySelector("input[type=file]");
		if (!field || zone.dataset.ready) return;
		zone.dataset.ready = "1";
		zone.addEventListener("dragover", event => { event.preventDefault(); zone.classList.add("over"); });
		zone.addEventListener("dragleave", () => zone.classList.remove("over"));
		zone.addEventListener("drop", event => {
			event.preventDefault();
			zone.classList.remove("over");
			field.files = event.dataTransfer.files;
			field.focus();
		});
	};

	const prepare = () => { later(); dropping(); };
	history.replaceState({ swapped: true }, "", location.href);
	prepare();
})();
