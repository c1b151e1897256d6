package words

import "github.com/dsaeval/dsaeval/engine/report"

// breachIf begins what is said of a condition of a breach.
const breachIf = "breach if "

// Open says in a sentence what an open question asks for.
func Open(o report.Open) string {
	switch {
	case o.Decides == report.Applies:
		return "decides whether the obligation applies"
	case o.Condition == nil:
		return "breach if this is so: " + o.Message
	}
	return breachIf + Condition(*o.Condition)
}

// OpenOutline lays out what an open question asks for.
func OpenOutline(o report.Open) Outline {
	sentence := Open(o)
	if o.Decides == report.Applies || o.Condition == nil || short(sentence) {
		return Outline{Words: sentence}
	}
	outline := Layout(*o.Condition)
	outline.Words = breachIf + outline.Words
	return outline
}

// Speak puts the open questions of an obligation into words, and beside each
// missing fact those that wait for it. What has words keeps them.
func Speak(open []report.Open, missing []report.Missing) {
	for i := range open {
		if open[i].Words == "" {
			open[i].Words = Open(open[i])
		}
	}
	for i := range missing {
		missing[i].Conditions = []string{}
		for _, j := range missing[i].Open {
			missing[i].Conditions = append(missing[i].Conditions, open[j].Words)
		}
	}
}
