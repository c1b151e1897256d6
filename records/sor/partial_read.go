package sor

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/dsaeval/dsaeval/internal/document"
)

// A partial comes from somewhere else, so nothing in it is trusted.

// Limits on the pieces of a partial that are in memory at once: the sample of
// duplicates, a group, and anything else.
const (
	maxPacked = 16 << 20
	maxGroup  = 4 << 20
	maxOther  = 64 << 10
)

// UnmarshalJSON reads what MarshalJSON wrote. What the aggregate held before is
// lost.
func (a *Aggregate) UnmarshalJSON(content []byte) error {
	read, err := ReadPartial(bytes.NewReader(content))
	if err == nil {
		*a = *read
	}
	return err
}

// ReadPartial reads what [Aggregate.WritePartial] wrote, to the end of the file.
func ReadPartial(r io.Reader) (*Aggregate, error) {
	limited := &limitedReader{r: r, piece: maxOther}
	p := &partialReader{limit: limited, d: json.NewDecoder(limited)}
	if err := p.object(p.member); err != nil {
		return nil, err
	}
	if _, err := p.d.Token(); err != io.EOF {
		return nil, errors.New("not a partial: something follows it")
	}
	if p.total == nil {
		return nil, p.otherFormat()
	}
	return p.total, p.total.full()
}

type partialReader struct {
	limit   *limitedReader
	d       *json.Decoder
	format  string
	version int
	total   *Aggregate // from the grouping on
}

// limitedReader ends in the middle of values that are too long to be kept, and of
// partials that are.
type limitedReader struct {
	r     io.Reader
	all   int
	piece int // how much more of the piece being read
}

func (l *limitedReader) Read(p []byte) (int, error) {
	if l.all > MaxPartial || l.piece < 0 {
		return 0, fmt.Errorf("larger than any partial: %w", ErrTooMany)
	}
	n, err := l.r.Read(p[:min(len(p), maxOther)])
	l.all += n
	l.piece -= n
	return n, err
}

// object reads an object, handing each name to a function that reads the value.
func (p *partialReader) object(member func(name string) error) error {
	if err := p.delimiter('{'); err != nil {
		return err
	}
	for p.d.More() {
		p.limit.piece = maxOther
		name, err := p.d.Token()
		if err != nil {
			return notPartial(err)
		}
		if err := member(name.(string)); err != nil {
			return err
		}
	}
	return p.delimiter('}')
}

// list reads a list, calling a function for each of at most so many elements.
func (p *partialReader) list(most int, element func() error) error {
	if err := p.delimiter('['); err != nil {
		return err
	}
	for n := 0; p.d.More(); n++ {
		if n == most {
			return ErrTooMany
		}
		if err := element(); err != nil {
			return err
		}
	}
	return p.delimiter(']')
}

func (p *partialReader) delimiter(want json.Delim) error {
	have, err := p.d.Token()
	if err != nil {
		return notPartial(err)
	}
	if have != want {
		return notPartial(fmt.Errorf("expected %s", want))
	}
	return nil
}

func (p *partialReader) value(to any, most int) error {
	p.limit.piece = most
	return notPartial(p.d.Decode(to))
}

func notPartial(err error) error {
	if err == nil || errors.Is(err, ErrTooMany) {
		return err
	}
	return fmt.Errorf("not a partial: %w", err)
}

func (p *partialReader) otherFormat() error {
	return document.Hinted(fmt.Errorf("not a partial of this program: format %q, version %d", shorten(p.format, 40), p.version), "make the partial again")
}

// member reads the value of a member. Format, version and grouping come first,
// as they are written.
func (p *partialReader) member(name string) error {
	switch {
	case name == "format":
		return p.value(&p.format, maxOther)
	case name == "version":
		return p.value(&p.version, maxOther)
	case p.format != partialFormat || p.version != partialVersion:
		return p.otherFormat()
	case name == "grouping" && p.total == nil:
		return p.grouping()
	case p.total == nil:
		return notPartial(errors.New("its grouping does not come first"))
	}
	switch name {
	case "files":
		return p.files()
	case "groups":
		return p.list(maxGroups, p.group)
	case "unknown_values":
		return p.list(maxUnknown, p.unknown)
	case "duplicates":
		return p.duplicates()
	}
	return notPartial(fmt.Errorf("unknown member %q", shorten(name, 40)))
}

func (p *partialReader) grouping() error {
	var g Grouping
	if err := p.value(&g, maxOther); err != nil {
		return err
	}
	if g.Period != All && !slices.Contains(periods, g.Period) {
		return fmt.Errorf("unknown period %q", shorten(string(g.Period), 40))
	}
	p.total = NewAggregate(g)
	return nil
}

func (p *partialReader) files() error {
	err := p.list(maxFiles, func() error {
		var f File
		err := p.value(&f, maxOther)
		p.total.files = append(p.total.files, f)
		return err
	})
	slices.SortFunc(p.total.files, compareFiles)
	return err
}
