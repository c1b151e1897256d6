package transparency

import (
	"strconv"
	"strings"
	"sync"
	"time"
)

// monthNames are the months in languages of the Union, from January, as dates have
// them. The Polish November is missing, because its name is the Croatian October.
var monthNames = sync.OnceValue(func() map[string]int {
	months := map[string]int{"sept": 9}
	for m := time.January; m <= time.December; m++ {
		// English ones may be cut short.
		for name := strings.ToLower(m.String()); len(name) >= 3; name = name[:len(name)-1] {
			months[name] = int(m)
		}
	}
	for _, language := range []string{
		"januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
		"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
		"gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
		"enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
		"stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października||grudnia",
		"ιανουαρίου|φεβρουαρίου|μαρτίου|απριλίου|μαΐου|ιουνίου|ιουλίου|αυγούστου|σεπτεμβρίου|οκτωβρίου|νοεμβρίου|δεκεμβρίου",
		"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
		"januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
		"janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
	} {
		for i, name := range strings.Split(language, "|") {
			if name != "" {
				months[name] = i + 1
			}
		}
	}
	return months
})

// monthNumber reads the name of a month; "" if it is none.
func monthNumber(name string) string {
	if m := monthNames()[strings.ToLower(name)]; m > 0 {
		return strconv.Itoa(m)
	}
	return ""
}
