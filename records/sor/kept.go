package sor

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"slices"
)

// Kept is what a run keeps after each file, so that another one can go on after
// an interruption. As a file it is a line of JSON, and then the counts as a
// partial.
type Kept struct {
	// Platforms, From and To are the choice of rows that the counts depend on, as
	// in [Options].
	Platforms []string `json:"platforms"`
	From      string   `json:"from"`
	To        string   `json:"to"`
	// Rejects is how many bytes of the list of rejected rows belong to the counts,
	// nil if there is no list.
	Rejects *int64 `json:"rejects_bytes,omitempty"`

	Counts *Aggregate `json:"-"`
}

// Write writes what is kept.
func (k *Kept) Write(w io.Writer) error {
	return errors.Join(json.NewEncoder(w).Encode(k), k.Counts.WritePartial(w))
}

// ReadKept reads what [Kept.Write] wrote.
func ReadKept(r io.Reader) (*Kept, error) {
	buffered := bufio.NewReader(r)
	choice, err := buffered.ReadBytes('\n')
	if err != nil {
		return nil, err
	}
	var k Kept
	if err := json.Unmarshal(choice, &k); err != nil {
		return nil, err
	}
	k.Counts, err = ReadPartial(buffered)
	return &k, err
}

// Fits reports whether a run with these options counts the same rows in the same
// groups: other counts would be mixed with those that are kept.
func (k *Kept) Fits(o Options) bool {
	return slices.Equal(k.Platforms, o.Platforms) && k.From == o.From && k.To == o.To && k.Counts.Grouping() == o.Grouping
}
