package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/dsaeval/dsaeval/engine/ingest/sor"
)

// state is what --resume keeps after each file: the counts, the flags that they
// depend on, and how much of the list of rejected rows belongs to them.
type state struct {
	Platforms []string       `json:"platforms"`
	From      string         `json:"from"`
	To        string         `json:"to"`
	Rejects   *int64         `json:"rejects_bytes,omitempty"`
	Counts    *sor.Aggregate `json:"counts"`
}

// goOn takes up what an interrupted run kept, if there was one, and keeps the
// counts of this one.
func (c *importSOR) goOn(options *sor.Options) error {
	kept, err := c.kept()
	if err != nil {
		return err
	}
	if kept != nil {
		options.Start, options.Resumed = kept.Counts, true
	}
	if c.rejectsFile != nil {
		if err := c.goOnRejecting(options, kept); err != nil {
			return err
		}
	}
	options.AfterFile = func(a *sor.Aggregate) error {
		now := state{Platforms: c.platforms, From: c.from, To: c.to, Counts: a}
		if c.rejectsFile != nil {
			written, err := c.rejectsFile.Seek(0, io.SeekCurrent)
			if err != nil {
				return err
			}
			now.Rejects = &written
		}
		content, err := json.Marshal(now)
		if err != nil {
			return err
		}
		return replace(c.stateFile, content)
	}
	return nil
}

// kept returns what an interrupted run kept, nil if there was none. Counts of
// other flags would be mixed with these.
func (c *importSOR) kept() (*state, error) {
	content, err := os.ReadFile(c.stateFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	kept := &state{Counts: &sor.Aggregate{}}
	if err := json.Unmarshal(content, kept); err != nil {
		return nil, fmt.Errorf("%s: %w\n  try: remove it and start again", c.stateFile, err)
	}
	if !slices.Equal(kept.Platforms, c.platforms) || kept.From != c.from || kept.To != c.to || kept.Counts.Grouping() != c.grouping ||
		(kept.Rejects != nil) != (c.rejectsFile != nil) {
		return nil, fmt.Errorf("%s: the interrupted run had other flags\n  try: the same ones, or remove the file", c.stateFile)
	}
	return kept, nil
}

// goOnRejecting cuts off what was listed of the file in which the run was
// interrupted: that file is read again from its beginning.
func (c *importSOR) goOnRejecting(options *sor.Options, kept *state) error {
	var size int64
	if kept != nil {
		size = *kept.Rejects
		options.RejectsBegun = true
	}
	info, err := c.rejectsFile.Stat()
	if err != nil {
		return err
	}
	if info.Size() < size {
		return fmt.Errorf("%s: shorter than it was when the run was interrupted\n  try: remove it and %s, and start again", c.rejectsFile.Name(), c.stateFile)
	}
	if err := c.rejectsFile.Truncate(size); err != nil {
		return err
	}
	_, err = c.rejectsFile.Seek(size, io.SeekStart)
	return err
}

// openRejects opens the file for rejected rows, which gets its name when all is
// done. Only with --resume is it still there if that never happens.
func (c *importSOR) openRejects() (err error) {
	if c.resume {
		c.rejectsFile, err = os.OpenFile(c.rejects+".resume", os.O_RDWR|os.O_CREATE, 0o644)
		return err
	}
	c.rejectsFile, err = createBeside(c.rejects)
	return err
}
