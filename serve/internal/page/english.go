package page

// english holds every text of the page by its key. %s and %v stand for values.
var english = map[string]string{
	"product": "Digital Services Act, assessment", "law": "Regulation (EU) 2022/2065 on a Single Market for Digital Services",
	"skip": "Skip to the content", "colophon": "Made by dsaeval. It is no legal advice and no decision of an authority. Everything stays on the machine that runs it.",
	"lost": "The program does not answer. Is it still running? What you see was not saved.", "working": "Saving …",

	"nav.label": "Pages about this service", "nav.questions": "Questions", "nav.calendar": "What falls due", "nav.papers": "Reports",
	"nav.import": "Import", "nav.try": "Try something out", "nav.compare": "What would change", "nav.services": "All services", "nav.undo": "Undo",

	"head.judged": "judged on %s", "head.file": "File", "head.unnamed": "A service without a name", "head.provider": "Provider",
	"copy.banner": "This is a copy. You can change anything; the file stays as it is.", "copy.keep": "Keep the changes", "copy.drop": "Drop the copy",

	"verdict.breach": "breached", "verdict.compliant": "complied with", "verdict.undetermined": "open", "verdict.not_applicable": "not applicable",
	"counts.label": "How the obligations stand", "counts.since": "since the last answer",
	"stake.heading": "At stake", "stake.none": "The facts show no breach, and so put nothing at stake.", "stake.turnover": "Without the turnover of the preceding financial year there is no amount.",
	"stake.picture": "The picture of the amounts", "stake.nofine": "No fine of its own is provided for what is breached.", "stake.give": "Give the turnover",
	"days.heading": "Next days", "days.none": "No day is known in the coming year.", "days.all": "All days", "days.overdue.one": "1 day is over, or perhaps", "days.overdue.many": "%s days are over, or perhaps", "days.wait": "Working the days out …", "days.see": "See what falls due",

	"ask.heading": "Questions", "ask.ways": "Which questions", "ask.best": "What decides most", "ask.section": "By section", "ask.article": "By article",
	"ask.given": "Answered", "ask.passed": "Passed over", "ask.search": "Search the questions", "ask.find": "Search", "ask.found.one": "1 question", "ask.found.many": "%s questions",
	"ask.more":      "The best %v of %v open questions. Those that follow may become idle by your answers.",
	"ask.none.best": "Nothing is left to ask that would settle a verdict.", "ask.none": "No question is among them.",
	"ask.none.given": "Nothing is answered yet.", "ask.none.passed": "You have passed no question over.",
	"ask.sections": "Sections", "ask.articles": "Articles", "ask.open": "%v open", "ask.idle": "No verdict waits for this now.",
	"ask.limit": "Only the first %v are shown. Narrow the search down.", "ask.results": "Questions with “%s”",

	"q.yes": "Yes", "q.no": "No", "q.unknown": "Do not know", "q.save": "Save", "q.none": "none of these", "q.forget": "Back to not known",
	"q.again": "Ask again", "q.choose": "choose", "q.judged": "This is a judgement. That nobody has looked is not a no: then say that you do not know.",
	"q.answer": "Your answer", "q.list": "Words with commas between them, or none.", "q.json": "As in JSON, such as %s",
	"q.number": "a number", "q.now": "In the file: %s", "q.element": "This is asked of one element of a list. Answer it in the list.", "q.element.link": "To the list",
	"q.origin": "Source, date, status", "q.source": "Source", "q.source.hint": "such as: Interview with the head of trust", "q.day": "Read or asked on", "q.status": "Who established it",
	"q.status.unstated": "not said", "q.status.alleged": "only alleged: it will not count", "q.status.annulled": "annulled: it will not count",
	"q.why": "What it means and what hangs on it", "q.fact": "In the file", "q.readby": "Read by", "q.scope": "decides which obligations apply",
	"q.law": "words of the law", "q.wrong": "A wrong answer would put these verdicts wrong.", "q.outcome": "%s settles %s", "q.outcomes": "What an answer does",
	"q.waits.one": "1 obligation waits for it", "q.waits.many": "%s obligations wait for it", "q.gate": "it decides whether they apply", "q.gate.one": "it decides whether it applies",
	"q.settles": "an answer settles up to %v", "q.nearer": "brings verdicts nearer", "q.example": "for example", "q.page": "This question alone",
	"q.options": "Choose one", "q.several": "Choose all that apply", "q.articles": "and %v more",

	"board.heading": "Verdicts", "board.changed": "Changed by the last answer", "board.settled": "settled", "board.hint": "Each sign is an obligation and leads to its explanation.",
	"board.new": "changed by the last answer", "board.legend": "Signs", "board.part": "%v of %v decided",

	"saved": "Saved: %s %s.", "saved.unknown": "not known", "saved.settled": "Settled: %s.", "saved.reopened": "Open again: %v.", "saved.same": "No verdict changed.",
	"saved.passed": "Passed over: %s You can come back to it under “Passed over”.", "saved.again": "It is asked again: %s", "saved.undone": "Taken back. The file is as it was before the last answer.",
	"saved.merged": "The file has changed since this page was drawn. Your answer was added to it as it is now.",
	"saved.begun":  "The file %s is there. Answer what you know; what you do not know stays open.", "saved.taken": "Taken over: %v facts.",
	"saved.kept": "Kept: the file is now as the copy was.", "saved.dropped": "The copy is gone; the file is as it was.", "saved.copy": "This is a copy of the file. Try out what you like.",

	"conflict": "Another hand has meanwhile written %s here. Nothing was written. Send again to put your answer in its place.", "conflict.nothing": "nothing",
	"error.heading": "That did not work", "error.internal": "Something went wrong in the program. What it said about it stands where it was started.",
	"error.choose": "Choose an answer, or say that you do not know.", "error.none": "There is no such page.", "error.back": "Back",
	"error.large": "What was sent is too large.", "error.invalid": "Nothing was written: with this answer the facts would contradict each other or the schema.",
	"error.byhand":   "This place is written in a form that is not changed here. Change it in the file with an editor.",
	"broken.heading": "The file cannot be judged", "broken.text": "Nothing is lost. Set right what is named here in an editor, and load this page again.",
	"broken.date": "The file does not say on which day the service is judged.", "broken.again": "Load again", "broken.place": "Place",

	"obligation.back": "Back to the questions", "obligation.asks": "What it asks", "obligation.found": "What was found", "obligation.ends": "What ends it",
	"obligation.how": "How the verdict follows", "obligation.turn": "What would change it", "obligation.scope": "Does it apply?", "obligation.grounds": "Is it breached?",
	"obligation.official": "Official text", "obligation.all": "Show conditions that decide nothing, too", "obligation.few": "Show only what decides",
	"obligation.from": "applies from %s", "obligation.because": "because %s", "obligation.ifapplied": "if it applied: %s",
	"obligation.noturn": "No change of a few facts that was tried turns the verdict.", "obligation.day": "No fact but the day turns it.",
	"obligation.ended": "There may be more: the search ends after so many.", "obligation.to": "It would be", "obligation.ways": "by each of these alone", "obligation.together": "by %v facts together", "obligation.more": "and %v more ways",
	"obligation.now": "now %s", "obligation.unknown": "not known now", "obligation.words": "words of the law: %s", "obligation.on": "It applies", "obligation.ground": "on this ground",
	"tree.yes": "yes", "tree.no": "no", "tree.unknown": "not known", "tree.norule": "The rules are such that no condition can be shown.",
	"obligation.waits": "It waits for", "obligation.basis": "Basis", "obligation.addressee": "Binds",

	"fact.heading": "One question", "fact.missing": "There is no such fact.",

	"calendar.heading": "What falls due", "calendar.text": "From %s to %s, if the facts stay as they are. The rules are asked how they stand on each day; no period is counted here.",
	"calendar.overdue": "Overdue, or perhaps", "calendar.ahead": "Ahead", "calendar.undated": "Without a day, because facts are missing", "calendar.done": "Done",
	"calendar.ical": "For your calendar program (iCalendar)", "calendar.none": "None.", "calendar.day": "Day", "calendar.what": "What", "calendar.article": "Provision", "calendar.state": "State", "calendar.missing": "Missing", "calendar.earlier": "More that has no day",

	"papers.heading": "Reports", "papers.show": "Show the report", "papers.brief": "Show the brief", "papers.audit": "Show the working paper", "papers.all": "Every format, to keep",
	"papers.format": "Format", "papers.for": "What it is for", "papers.get": "Download", "papers.file": "The file of facts itself", "papers.filefor": "for an editor, a repository, and the command evaluate",
	"papers.text": "A report tells what the file says now, and is made when you ask for it.",

	"import.heading": "Import", "import.text": "Take facts over from a harmonised transparency report (a ZIP, a workbook or its CSV files), from dumps of the DSA Transparency Database, or from a file of facts, such as the answers that the HTML report saves. You see what it gives before anything is taken.",
	"import.files": "Files", "import.drop": "Choose files, or drop them here", "import.read": "Read", "import.complete": "This is the whole report as it was published: what is not in it was not given",
	"import.found": "What the files say", "import.new": "New facts", "import.conflict": "The file says otherwise", "import.same": "As in the file already", "import.fact": "Fact", "import.value": "The files say",
	"import.file": "Your file says", "import.from": "From", "import.take": "Take over what is chosen", "import.choose": "Take", "import.notes": "What was noticed while reading", "import.nothing": "The files give no fact that your file has not already.",
	"import.none": "No file was chosen.", "import.failed": "The files cannot be read: %s", "import.platforms": "The dumps are about several services. Whose statements?", "import.platform": "Platform", "import.platformhint": "only where dumps hold the statements of several services",
	"import.keepnew": "all new facts are chosen; of those that differ none", "import.notake": "No fact was chosen.", "import.more": "and %v more notes",

	"compare.heading": "What would change", "compare.file": "The file", "compare.copy": "The copy", "compare.none": "Nothing differs: the copy is like the file.",
	"compare.facts": "Facts that differ", "compare.verdicts": "Verdicts that differ", "compare.obligation": "Obligation", "compare.novalue": "not known", "compare.noverdicts": "No verdict differs.",
	"compare.stake": "At stake", "compare.back": "Change more", "compare.changed": "The file has changed since the copy was made, so the copy cannot take its place. Drop the copy and make a new one.",

	"start.heading": "Services", "start.empty": "No service yet", "start.lead": "Seven answers say which obligations can concern a service at all. What you do not know stays open.",
	"start.list": "In this folder", "start.new": "Begin with a service", "start.name": "Under which name do recipients know the service?", "start.date": "On which day is it judged?",
	"start.file": "Name of the file", "start.filehint": "facts.yaml, or a name that ends in .facts.yaml", "start.begin": "Begin", "start.unknown": "not known yet", "start.service": "Service", "start.judged": "Judged on", "start.broken": "cannot be judged",
	"start.filename": "file", "start.named": "The file %s is there already. Choose another name.", "start.more": "Only the first %v files are shown with their verdicts.",
}
