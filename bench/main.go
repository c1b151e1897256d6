// Command bench measures the program beside its peers and prints one table: OPA
// and Conftest on the same rules and facts, cel-go on ten of the conditions, a
// plain CSV reader on the same dump. It builds all of them. Times are those of
// processors, taken in one run, ours and the peer's in turn. docs/performance.md
// says how to read the table and what the peers were given.
//
//	go -C bench run . [-n 5] [-documents 200,10000] [-json FILE]
//	go -C bench run . -small
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// logger says on standard error what is going on.
type logger func(format string, args ...any)

type options struct {
	count     int
	documents []int
	rows      int
	benchtime string
	seed      uint64
	tests     bool
	json      string
	keep      string
	only      string
}

func main() {
	var o options
	var documents string
	var small bool
	flag.IntVar(&o.count, "n", 5, "run each command so many times")
	flag.StringVar(&documents, "documents", "200,10000", "how many documents to judge, smallest first")
	flag.IntVar(&o.rows, "rows", 400_000, "rows of the dump of statements of reasons")
	flag.StringVar(&o.benchtime, "benchtime", "1s", "as of go test, for the library")
	flag.Uint64Var(&o.seed, "seed", 1, "of the documents and the dump")
	flag.BoolVar(&o.tests, "tests", false, "also run all tests of the repository")
	flag.StringVar(&o.json, "json", "", "also write the figures to this file as JSON")
	flag.StringVar(&o.keep, "keep", "", "keep what is built and prepared in this folder")
	flag.StringVar(&o.only, "only", "", "measure only lines whose name holds this text")
	flag.BoolVar(&small, "small", false, "three documents, everything once: shows that it works, measures nothing")
	flag.Parse()
	if small {
		o.count, documents, o.rows, o.benchtime = 1, "3", 2_000, "1x"
	}
	for text := range strings.SplitSeq(documents, ",") {
		n, err := strconv.Atoi(text)
		if err != nil || n <= 0 {
			fail(fmt.Errorf("-documents: %q is not a positive number", text))
		}
		o.documents = append(o.documents, n)
	}
	slices.Sort(o.documents)
	if o.count <= 0 || flag.NArg() > 0 {
		fail(fmt.Errorf("nothing would be measured; see -help"))
	}
	if err := run(o); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "bench:", err)
	os.Exit(1)
}

func run(o options) error {
	root, err := repository()
	if err != nil {
		return err
	}
	begun := time.Now()
	log := func(format string, args ...any) {
		fmt.Fprintf(os.Stderr, "%4.0f s  %s\n", time.Since(begun).Seconds(), fmt.Sprintf(format, args...))
	}
	folder, err := workFolder(o.keep)
	if err != nil {
		return err
	}
	if o.keep == "" {
		defer os.RemoveAll(folder)
	}
	bin := filepath.Join(folder, "bin")
	if err := build(root, bin, log); err != nil {
		return err
	}
	if err := prepare(o, root, bin, folder); err != nil {
		return err
	}
	log("prepared what is read")
	rows, err := measureAll(o, root, bin, folder, log)
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return fmt.Errorf("no line's name holds %q; nothing was measured", o.only)
	}
	with := conditionsOf(o, begun)
	for i := range rows {
		rows[i].With = with
		rows[i].conclude()
	}
	if o.json != "" {
		if err := writeJSON(o.json, rows); err != nil {
			return err
		}
	}
	return writeMarkdown(os.Stdout, rows)
}

// workFolder returns an absolute path, since commands run in other folders.
func workFolder(keep string) (string, error) {
	if keep == "" {
		return os.MkdirTemp("", "dsaeval-bench-")
	}
	path, err := filepath.Abs(keep)
	if err != nil {
		return "", err
	}
	return path, os.MkdirAll(path, 0o755)
}

func prepare(o options, root, bin, folder string) error {
	args := []string{
		filepath.Join(bin, "prepare"), root, folder,
		strconv.FormatUint(o.seed, 10), strconv.Itoa(o.rows),
	}
	for _, n := range o.documents {
		args = append(args, strconv.Itoa(n))
	}
	_, err := command{args: args}.output()
	return err
}

func measureAll(o options, root, bin, folder string, log logger) ([]row, error) {
	var rows []row
	for _, w := range works(root, bin, folder, o.documents) {
		if !strings.Contains(w.name, o.only) {
			continue
		}
		measured, err := w.measure(o.count, log)
		if err != nil {
			return nil, err
		}
		rows = append(rows, measured)
	}
	library := slices.ContainsFunc(libraryWorks, func(w libraryWork) bool { return strings.Contains(w.name, o.only) })
	if library {
		measured, err := measureLibrary(root, o.count, o.benchtime, log)
		if err != nil {
			return nil, err
		}
		for _, r := range measured {
			if strings.Contains(r.Work, o.only) {
				rows = append(rows, r)
			}
		}
	}
	if o.tests {
		s, err := command{args: []string{"go", "test", "-count", "1", "./..."}, dir: root}.run()
		if err != nil {
			return nil, err
		}
		// Who waits for tests looks at the clock, and both processors are busy meanwhile.
		s.CPU = s.Wall
		rows = append(rows, row{
			Work: "go test ./..., by the clock",
			Ours: figuresOf([]sample{s}), MustCPU: 90 * time.Second, AimCPU: 45 * time.Second,
		})
	}
	return rows, nil
}

// writeJSON writes the figures, each line with what it was measured with. Lines that stand
// in the file already and were not measured now stay: the whole takes hours on a slow
// machine.
func writeJSON(file string, rows []row) error {
	rows, err := beside(file, rows)
	if err != nil {
		return err
	}
	content, err := json.MarshalIndent(map[string]any{"rows": rows}, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(content, '\n'), 0o644)
}

// beside puts lines into the places that they have in a file, if there is one, and
// others behind.
func beside(file string, rows []row) ([]row, error) {
	content, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return rows, nil
	}
	var before struct {
		Rows []row `json:"rows"`
	}
	if err := errors.Join(err, json.Unmarshal(content, &before)); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	all := before.Rows
	for _, r := range rows {
		i := slices.IndexFunc(all, func(old row) bool { return old.Work == r.Work && old.PeerName == r.PeerName })
		if i < 0 {
			all = append(all, r)
		} else {
			all[i] = r
		}
	}
	return all, nil
}
