package transparency

import "slices"

// What reading looked at, for rules whose findings come from reading: a rule
// that had nothing to look at has not been kept.

func allTables(r *Report) int { return len(r.Sheets) }

func csvTables(r *Report) int {
	n := 0
	for _, s := range r.Sheets {
		if s.Name == "" {
			n++
		}
	}
	return n
}

func cells(r *Report) int {
	n := 0
	for _, e := range r.Entries {
		if e.State != Blank {
			n++
		}
	}
	return n
}

func shares(r *Report) int {
	n := 0
	for _, e := range r.Entries {
		if e.Kind == Share && e.State != Blank {
			n++
		}
	}
	return n
}

func rowsOf(parts ...int) func(*Report) int {
	return lines(func(l Line) bool { return slices.Contains(parts, l.Part) })
}

var (
	periodCells  = lines(func(l Line) bool { return l.Period != "" })
	serviceCells = lines(func(l Line) bool { return l.Service != "" })
)

func lines(match func(Line) bool) func(*Report) int {
	return func(r *Report) int {
		n := 0
		for _, l := range r.Lines {
			if match(l) {
				n++
			}
		}
		return n
	}
}

// days counts the values of part 1 but for the name of the provider.
func days(r *Report) int {
	n := 0
	for _, w := range r.Words {
		if w.Part == partIdentification && w.Key != "provider" && w.Given {
			n++
		}
	}
	return n
}
