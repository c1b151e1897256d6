package transparency

import (
	"math/big"
	"strings"
	"sync"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

// unitWords are the units that cells are seen with, in the languages of the template,
// by the sign that stands for them: of times, as many hours as inHours has, and %.
var unitWords = sync.OnceValue(func() map[string]string {
	signs := map[string]string{}
	for sign, words := range map[string]string{
		"w": "w|week|weeks|woche|wochen|semaine|semaines|settimana|settimane|semana|semanas|tydzień|tygodnie|tygodni|εβδομάδα|εβδομάδες",
		"d": "d|day|days|tag|tage|tagen|jour|jours|giorno|giorni|día|días|dzień|dni|ημέρα|ημέρες",
		"h": "h|hr|hrs|hour|hours|heure|heures|std|stunde|stunden|hora|horas|ora|ore|godz|godzina|godziny|godzin|ώρα|ώρες",
		"m": "min|mins|minute|minutes|minuten|minuto|minuti|minutos|minuta|minuty|minut|λεπτό|λεπτά",
		"s": "s|sec|secs|second|seconds|sekunde|sekunden|seconde|secondes|secondo|secondi|segundo|segundos|sekunda|sekundy|sekund|δευτερόλεπτα",
		"%": "%|percent|per cent|pct|prozent|pour cent|per cento|por ciento|procent|τοις εκατό",
	} {
		for _, word := range strings.Split(words, "|") {
			signs[word] = sign
		}
	}
	return signs
})

var (
	// unitOf is a number with what may be its unit behind it.
	unitOf  = lazy.NewRegexp(`^(.*\p{Nd})\s*(%|\p{L}+(?: \p{L}+)?)\.?$`)
	inHours = map[string]*big.Rat{
		"w": big.NewRat(168, 1), "d": big.NewRat(24, 1), "h": big.NewRat(1, 1), "m": big.NewRat(1, 60), "s": big.NewRat(1, 3600),
	}
	// footmarks point to a note; digits raised above the line cannot be told from
	// powers, nor those in brackets from parts of a text.
	footmarks = "*†‡"
)

// cutUnit cuts the unit off a number and returns the sign of it, "" if there is none.
func cutUnit(text string) (number, unit string) {
	m := unitOf.FindStringSubmatch(text)
	if m == nil {
		return text, ""
	}
	sign, ok := unitWords()[strings.ToLower(m[2])]
	if !ok {
		return text, ""
	}
	return strings.TrimSpace(m[1]), sign
}

// factorOf returns by what a number with a unit is multiplied to be of its kind, nil
// if the unit is none of it.
func factorOf(unit string, kind Kind) *big.Rat {
	switch {
	case unit == "":
		return big.NewRat(1, 1)
	case kind == Share && unit == "%":
		return big.NewRat(1, 100)
	case kind == Hours && inHours[unit] != nil:
		return inHours[unit]
	}
	return nil
}

// withoutMarks returns a number without what stands around it and is none of it: the
// marks of a footnote, the apostrophe by which a spreadsheet knows texts, and a plus.
func withoutMarks(text string) string {
	text = strings.TrimRight(text, footmarks+" ")
	if len(text) > 1 && (text[0] == '\'' || text[0] == '+') && text[1] >= '0' && text[1] <= '9' {
		text = text[1:]
	}
	return text
}
