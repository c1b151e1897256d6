package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// short are the lines that the first page shows, and how it calls them; %s stands for
// how many documents there are, of which the line with the most is meant. Of lines with
// the same name the peer tells which is meant.
var short = []struct{ work, peer, called string }{
	{"one file, whole process, text", "", "one file to text"},
	{" documents, CSV", "", "%s documents to CSV"},
	{" documents, JSON", "", "%s documents to full JSON"},
	{"Evaluate, Instagram, full detail", "OPA, partial", "one document in Go, in full"},
	{"ten predicates, Instagram", "", "ten conditions, facts missing"},
	{"import of statements of reasons", "", "statements of reasons counted"},
}

// writeShort writes the table of the first page: a column for each line, which keeps it
// low.
func writeShort(w io.Writer, rows []row) error {
	table := []string{"|", "|---|", "| `evaluate` |", "| beside it |", "| ratio |"}
	var shown []row
	for _, line := range short {
		var found *row
		for i := range rows {
			r := &rows[i]
			if r.Peer != nil && strings.HasSuffix(r.Work, line.work) && (line.peer == "" || r.PeerName == line.peer) && (found == nil || r.Documents > found.Documents) {
				found = r
			}
		}
		if found == nil {
			return fmt.Errorf("no line is called %q; measure all lines", line.work)
		}
		shown = append(shown, *found)
		for i, cell := range []string{
			strings.ReplaceAll(line.called, "%s", strconv.Itoa(found.Documents)), "",
			duration(found.Ours.CPU) + ", " + found.Ours.memory(),
			found.PeerName + ": " + duration(found.Peer.CPU) + ", " + found.Peer.memory(), found.compared(),
		} {
			if i == 1 {
				table[i] += "---|"
			} else {
				table[i] += " " + cell + " |"
			}
		}
	}
	table[0] = "| " + table[0]
	with, err := measuredWith(shown)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, with+"\n"+strings.Join(table, "\n")+"\n")
	return err
}

// compared says the ratio in words.
func (r row) compared() string {
	if r.Documents > 0 {
		return fmt.Sprintf("%.2g times as many", r.Ratio)
	}
	return fmt.Sprintf("%.2g of the time", r.Ratio)
}
