package sor

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// Options say what to count.
type Options struct {
	// Grouping says what is counted together.
	Grouping Grouping
	// Platforms, if any, are counted; others are left out. Names as in the
	// database or in the names of its files, in any case.
	Platforms []string
	// From and To, if not "", are the first and last day of submission.
	From, To string
	// Jobs is how many parts are read at once, at most 8; as many as there are
	// processors if 0.
	Jobs int
	// Rejects, if set, receives the rejected rows as CSV.
	Rejects io.Writer
	// RejectsBegun is true where Rejects goes on with what an earlier run wrote
	// there, so that the names of the columns stand above it.
	RejectsBegun bool
	// Start, if set, is what was counted before: of other files. It is changed.
	Start *Aggregate
	// Resumed is true where Start is what a run over the same files had counted
	// when it was interrupted. Those that it holds are not read again.
	Resumed bool
	// AfterFile, if set, is called when a file is counted completely.
	AfterFile func(*Aggregate) error
	// OnUnmatched, if set, is told the names among Platforms that no statement is
	// of, if there are any of others.
	OnUnmatched func(platforms []string)
	// Progress, if set, is kept up to date.
	Progress *Progress
}

// Progress is what a run has done so far; it can be read at any time.
type Progress struct {
	Rows, Rejected, Bytes, Total atomic.Int64
}

// maxJobs bounds the memory of a run: each job has buffers and counts of its own.
const maxJobs = 8

type importer struct {
	options   Options
	from, to  int32
	platforms map[string]bool // slugs
	progress  *Progress
	rejects   *rejectLog
	parts     int // numbered over all files

	mu    sync.Mutex
	total *Aggregate
	found map[string]bool // of the platforms asked for, by slug
}

// Import counts the statements of dumps. Every argument is a file, a folder, a
// pattern or - for stdin. On an error nothing is returned.
func Import(ctx context.Context, args []string, stdin io.Reader, options Options) (*Aggregate, error) {
	im := &importer{options: options, progress: options.Progress, total: options.Start, found: map[string]bool{}}
	if err := im.prepare(); err != nil {
		return nil, err
	}
	files, err := inputs(args, stdin)
	if err != nil {
		return nil, err
	}
	files, err = im.relevant(files)
	if err != nil {
		return nil, err
	}
	for _, in := range files {
		if err := im.file(ctx, in); err != nil {
			return nil, err
		}
		if im.options.AfterFile != nil {
			if err := im.options.AfterFile(im.total); err != nil {
				return nil, err
			}
		}
	}
	if im.total.Statements() == 0 {
		return nil, hint(fmt.Errorf("%w was found: %d rows, %d of them rejected", ErrNothing, im.progress.Rows.Load(), im.progress.Rejected.Load()),
			"other files, or --platform, --from and --to that fit them")
	}
	if unmatched := im.unmatched(); len(unmatched) > 0 && im.options.OnUnmatched != nil {
		im.options.OnUnmatched(unmatched)
	}
	return im.total, nil
}

// unmatched returns the platforms asked for that no statement is of. What an
// earlier run found is only known if platforms are counted apart.
func (im *importer) unmatched() (names []string) {
	if im.options.Start != nil && im.total.grouping.AllPlatforms {
		return nil
	}
	for key := range im.total.groups {
		im.found[Slug(key.Platform)] = true
	}
	for _, name := range im.options.Platforms {
		if !im.found[Slug(name)] {
			names = append(names, name)
		}
	}
	return names
}

func (im *importer) prepare() error {
	if im.progress == nil {
		im.progress = &Progress{}
	}
	if im.total == nil {
		im.total = NewAggregate(im.options.Grouping)
	}
	if im.total.grouping != im.options.Grouping {
		return fmt.Errorf("the earlier run was grouped by %s, not by %s", im.total.grouping, im.options.Grouping)
	}
	im.from, im.to = -1<<31+1, 1<<31-1
	for _, limit := range []struct {
		text string
		day  *int32
	}{{im.options.From, &im.from}, {im.options.To, &im.to}} {
		if limit.text == "" {
			continue
		}
		day, ok := ParseDay(limit.text)
		if !ok {
			return fmt.Errorf("%q is not a day YYYY-MM-DD", limit.text)
		}
		*limit.day = day
	}
	if im.from > im.to {
		return fmt.Errorf("from %s is after to %s", im.options.From, im.options.To)
	}
	if len(im.options.Platforms) > 0 {
		im.platforms = map[string]bool{}
		for _, p := range im.options.Platforms {
			im.platforms[Slug(p)] = true
		}
	}
	if im.options.Jobs <= 0 {
		im.options.Jobs = runtime.GOMAXPROCS(0)
	}
	im.options.Jobs = min(im.options.Jobs, maxJobs)
	if im.options.Rejects != nil {
		im.rejects = newRejectLog(im.options.Rejects, im.options.RejectsBegun)
	}
	return nil
}

// file counts one file.
func (im *importer) file(ctx context.Context, in input) error {
	if in.path == "-" {
		return im.standardInput(ctx, in)
	}
	digest, err := checksum(ctx, in)
	if err != nil {
		return err
	}
	file, err := in.openFile(in.path)
	if err != nil {
		return err
	}
	defer file.Close()
	f := newFile(in.base())
	f.SHA1 = digest
	return im.opened(ctx, in.path, f, file)
}

func (im *importer) opened(ctx context.Context, name string, f File, file *os.File) error {
	info, err := file.Stat()
	if err != nil {
		return err
	}
	f.Size = info.Size()
	var magic [4]byte
	if n, _ := file.ReadAt(magic[:], 0); n < 4 || !isZip(magic[:]) {
		if strings.EqualFold(extension(f.Name), ".zip") {
			return damaged(name, ErrTruncated)
		}
		return im.csv(ctx, name, f, &metered{r: file, bytes: &im.progress.Bytes})
	}
	parts, err := zipParts(name, &meteredAt{file, &im.progress.Bytes}, f.Size)
	if err != nil {
		return err
	}
	return im.all(ctx, name, f, parts)
}

func isZip(magic []byte) bool { return bytes.HasPrefix(magic, []byte("PK")) }

func extension(name string) string {
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		return name[i:]
	}
	return ""
}

// standardInput reads CSV as it comes. The list of a ZIP file stands at its
// end, and trusting anything before it is how archives deceive their readers:
// so an archive is first copied, packed as it is, to a temporary file.
func (im *importer) standardInput(ctx context.Context, in input) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stdin := newPump(ctx, in.stdin)
	var magic [4]byte
	n, err := io.ReadFull(stdin, magic[:])
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("standard input: %w", ErrNothing)
	}
	all := io.MultiReader(bytes.NewReader(magic[:n]), stdin)
	if !isZip(magic[:n]) {
		return im.csv(ctx, "standard input", File{Name: "-"}, &metered{r: all, bytes: &im.progress.Bytes})
	}
	temporary, err := os.CreateTemp("", "sor-*.zip")
	if err != nil {
		return err
	}
	defer os.Remove(temporary.Name())
	defer temporary.Close()
	if _, err := io.Copy(temporary, all); err != nil {
		return err
	}
	return im.opened(ctx, "standard input", File{Name: "-"}, temporary)
}

// csv counts a bare CSV file.
func (im *importer) csv(ctx context.Context, name string, f File, r io.Reader) error {
	p := part{name: name, open: func() (io.ReadCloser, error) { return io.NopCloser(r), nil }}
	if err := im.worker().part(ctx, p, &f, im.rejects.part(im.parts, name)); err != nil {
		im.rejects.stop(err)
		return err
	}
	im.parts++
	return im.finish(name, f)
}

// finish notes a file that was counted. Where every row was rejected, something
// else is wrong than a row.
func (im *importer) finish(name string, f File) error {
	if f.Rows > 0 && f.Rejected == f.Rows {
		return hint(fmt.Errorf("%s: %w: all %d rows were rejected: %s", name, ErrNothing, f.Rows, f.firstReject),
			"the file as it was downloaded")
	}
	f.firstReject = ""
	im.total.files = append(im.total.files, f)
	slices.SortFunc(im.total.files, compareFiles)
	return nil
}

// all counts the parts of an archive, several at a time. They are merged in any
// order: the sum is the same.
func (im *importer) all(ctx context.Context, name string, f File, parts []part) error {
	group, ctx := errgroup.WithContext(ctx)
	next := make(chan int)
	var mu sync.Mutex
	for range min(im.options.Jobs, len(parts)) {
		group.Go(func() error {
			w := im.worker()
			for i := range next {
				var counted File
				if err := w.part(ctx, parts[i], &counted, im.rejects.part(im.parts+i, parts[i].name)); err != nil {
					im.rejects.stop(err)
					return err
				}
				mu.Lock()
				f.Rows += counted.Rows
				f.Rejected += counted.Rejected
				f.Light = f.Light || counted.Light
				f.firstReject = cmp.Or(f.firstReject, counted.firstReject)
				mu.Unlock()
			}
			return nil
		})
	}
	group.Go(func() error {
		defer close(next)
		for i := range parts {
			select {
			case next <- i:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	if err := group.Wait(); err != nil {
		return err
	}
	im.parts += len(parts)
	return im.finish(name, f)
}
