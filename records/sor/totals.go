package sor

import (
	"fmt"
	"strings"
)

// read returns how many rows were read and rejected, how many files were
// compared with a checksum, and how many pieces of files could not be read.
func (a *Aggregate) read() (rows, rejected, verified, unread int64) {
	for _, f := range a.files {
		rows += f.Rows
		rejected += f.Rejected
		unread += f.Unread
		if f.SHA1 != "" {
			verified++
		}
	}
	return rows, rejected, verified, unread
}

// Totals says in one line what was read, so that silence is never taken for
// approval: rows that were left out, and values that nobody knows.
func (a *Aggregate) Totals() string {
	rows, rejected, verified, unread := a.read()
	lost := ""
	if unread > 0 {
		lost = fmt.Sprintf("%d archives could not be read, ", unread)
	}
	return fmt.Sprintf("%d files (%d checksums verified), %s%d rows, %d rejected, %d statements counted, %s",
		len(a.files), verified, lost, rows, rejected, a.Statements(), a.unknownValues())
}

// Doubtful reports whether rows were rejected, values not known or archives not
// read.
func (a *Aggregate) Doubtful() bool {
	_, rejected, _, unread := a.read()
	return rejected > 0 || unread > 0 || len(a.unknown) > 0
}

// unknownValues says how many values there were that are in no list, and names
// the first.
func (a *Aggregate) unknownValues() string {
	const most = 3
	var n uint64
	var names []string
	for _, u := range a.sortedUnknown() {
		n += a.unknown[u]
		if len(names) < most {
			names = append(names, fmt.Sprintf("%s in %s (%d)", shorten(u.value, 60), u.column, a.unknown[u]))
		}
	}
	switch {
	case len(names) == 0:
		return "0 unknown values"
	case len(a.unknown) > most:
		names = append(names, "...")
	}
	return fmt.Sprintf("%d unknown values: %s", n, strings.Join(names, ", "))
}
