package counting

import (
	"github.com/dsaeval/dsaeval/records/sor"
	"github.com/dsaeval/dsaeval/scale/internal/files"
)

// Dump is a file of the input.
type Dump struct {
	// Index is its place among the inputs, by which rejected rows are ordered.
	Index int
	File  files.Version
	// SHA1 is the name of the file with its digest, "" if there is none.
	SHA1 string
}

// Work is one piece to count.
type Work struct {
	Dump  Dump
	Piece sor.Piece
}

// Listed is a dump whose pieces are known.
type Listed struct {
	Dump   Dump
	Pieces int
}

// Damage is what could not be read and was left out: a piece, or a whole dump, of
// which Entry is then empty.
type Damage struct {
	Index  int    `json:"-"`
	Number int    `json:"-"` // of the piece, -1 for the whole dump
	Dump   string `json:"dump"`
	Entry  string `json:"entry,omitempty"`
	Reason string `json:"reason"`
}

func (d Damage) whole() bool { return d.Number < 0 }

// Rejected are the rejected rows of a piece, as lines of CSV.
type Rejected struct {
	Index, Number int
	Text          []byte
}

// Choice says which rows are counted and how, as [sor.Options] do.
type Choice struct {
	Grouping    sor.Grouping
	Platforms   []string
	From, To    string
	SampleLevel uint8
}

func (c Choice) options() sor.Options {
	return sor.Options{
		Grouping: c.Grouping, Platforms: c.Platforms, From: c.From, To: c.To, SampleLevel: c.SampleLevel,
		Jobs: 1, // bundles are what is done at a time
	}
}
