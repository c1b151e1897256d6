package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/records/sor"
)

// goOn takes up what an interrupted run kept, if there was one, and keeps the
// counts of this one.
func (c *importSOR) goOn(ctx context.Context, options *sor.Options) error {
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
		now := &sor.Kept{Platforms: c.platforms, From: c.from, To: c.to, Counts: a}
		if c.rejectsFile != nil {
			written, err := c.rejectsFile.Seek(0, io.SeekCurrent)
			if err != nil {
				return err
			}
			now.Rejects = &written
		}
		return writeWhole(ctx, []target{{c.stateFile, now.Write}})
	}
	return nil
}

// interrupted adds to the error of an interrupted run how the next one need not
// count again what this one did; any other error stays what it is.
func (c *importSOR) interrupted(err error, dumps []string) error {
	// Partials are merged again in no time, and what stood on standard input is gone.
	if !errors.Is(err, context.Canceled) || len(dumps) == 0 || slices.Contains(dumps, "-") {
		return err
	}
	hint := "--resume with -o FORMAT=FILE or --partial FILE, so that a run goes on where an interrupted one stopped"
	_, statErr := os.Stat(c.stateFile)
	switch {
	case c.resume && statErr == nil:
		hint = "run the same command again: " + c.stateFile + " keeps what was counted, and --resume goes on from there"
	case c.resume:
		hint = "run the same command again; no file had been counted to its end for --resume to go on from"
	}
	return document.Problem{Message: interrupted, Hint: hint, Cause: err}
}

// kept returns what an interrupted run kept, nil if there was none. Counts of
// other flags would be mixed with these.
func (c *importSOR) kept() (*sor.Kept, error) {
	file, err := os.Open(c.stateFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	kept, err := sor.ReadKept(file)
	if err != nil {
		return nil, document.Hinted(fmt.Errorf("%s: %w", c.stateFile, err), "remove it and start again")
	}
	if !kept.Fits(sor.Options{Platforms: c.platforms, From: c.from, To: c.to, Grouping: c.grouping}) || (kept.Rejects != nil) != (c.rejectsFile != nil) {
		return nil, document.Hinted(fmt.Errorf("%s: the interrupted run had other flags", c.stateFile), "give the same ones, or remove the file")
	}
	return kept, nil
}

// goOnRejecting cuts off what was listed of the file in which the run was
// interrupted: that file is read again from its beginning.
func (c *importSOR) goOnRejecting(options *sor.Options, kept *sor.Kept) error {
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
		return document.Hinted(fmt.Errorf("%s: shorter than it was when the run was interrupted", c.rejectsFile.Name()), fmt.Sprintf("remove it and %s, and start again", c.stateFile))
	}
	if err := c.rejectsFile.Truncate(size); err != nil {
		return err
	}
	_, err = c.rejectsFile.Seek(size, io.SeekStart)
	return err
}

// openRejects opens the file for rejected rows, which gets its name when all is
// done. Only with --resume is it still there if that never happens. What is no
// ordinary file is written to where it is.
func (c *importSOR) openRejects() (err error) {
	info, statErr := os.Stat(c.rejects)
	switch {
	case statErr == nil && !info.Mode().IsRegular():
		c.rejectsFile, err = os.OpenFile(c.rejects, os.O_WRONLY, 0)
	case c.resume:
		c.rejectsFile, err = os.OpenFile(c.rejects+".resume", os.O_RDWR|os.O_CREATE, 0o644)
	default:
		c.rejectsFile, err = createBeside(c.rejects)
	}
	return err
}

// keepRejects gives the file its name.
func (c *importSOR) keepRejects() error {
	if c.rejectsFile.Name() == c.rejects {
		return c.rejectsFile.Close()
	}
	if err := errors.Join(c.rejectsFile.Chmod(0o644), c.rejectsFile.Close()); err != nil {
		return err
	}
	return os.Rename(c.rejectsFile.Name(), c.rejects)
}
