// Mutants changes the policies in small ways and looks whether a case beside
// them fails: a comparison, a boundary, a negation, a literal, an item of a
// list, a date, a figure of the law, a line or a rule that is dropped. What no
// case notices is a survivor: a line of the law that nobody would miss.
//
//	go run ./internal/mutants            a sample of 400
//	go run ./internal/mutants -n 0       all of them
//	go run ./internal/mutants -files dsa/art16
//
// The test binary of the policies is built once and reads them from a directory
// of its own for each worker. Of a file that belongs to an obligation only the
// cases of that obligation run; of a helper all do.
package main

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/dsaeval/dsaeval/internal/document"
)

func main() {
	n := flag.Int("n", 400, "how many mutants to try; 0 tries all")
	seed := flag.Uint64("seed", 1, "which sample")
	workers := flag.Int("workers", 2, "how many at once")
	files := flag.String("files", "", "only files whose path below policies begins so")
	least := flag.Float64("least", 98, "percentage of mutants that have to be killed")
	flag.Parse()
	killed, err := run(context.Background(), *n, *seed, *workers, *files)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutants:", err)
		os.Exit(2)
	}
	if killed < *least {
		fmt.Printf("%.1f %% killed; expected at least %.1f %%\n", killed, *least)
		os.Exit(1)
	}
}

//go:embed equivalent.yaml
var equivalentYAML []byte

// equivalents are mutants that change no verdict, each with the reason.
func equivalents() (map[string]string, error) {
	var list []struct {
		Mutant string `yaml:"mutant"`
		Reason string `yaml:"reason"`
	}
	if err := document.Unmarshal("equivalent.yaml", equivalentYAML, &list); err != nil {
		return nil, err
	}
	known := map[string]string{}
	for _, e := range list {
		known[e.Mutant] = e.Reason
	}
	return known, nil
}

type result int

const (
	killed result = iota
	survived
	stillborn // the loader refuses it
)

func run(ctx context.Context, n int, seed uint64, workers int, prefix string) (float64, error) {
	all, err := collect("policies", prefix)
	if err != nil {
		return 0, err
	}
	known, err := equivalents()
	if err != nil {
		return 0, err
	}
	total := len(all)
	all = slices.DeleteFunc(all, func(m mutant) bool { return known[m.key()] != "" })
	if len(all) == 0 {
		return 0, fmt.Errorf("no file below policies begins with %q", prefix)
	}
	fmt.Printf("%d mutants, %d of them equivalent\n", total, total-len(all))
	rand.New(rand.NewPCG(seed, 0)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })

	work, err := os.MkdirTemp("", "mutants")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(work)
	binary := filepath.Join(work, "policies.test")
	build := exec.CommandContext(ctx, "go", "test", "-c", "-o", binary, "./policies")
	if out, err := build.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("%w\n%s", err, out)
	}

	counts := map[result]int{}
	var mu sync.Mutex
	next := 0
	// take hands out mutants until enough of them have lived.
	take := func() (mutant, bool) {
		mu.Lock()
		defer mu.Unlock()
		if next == len(all) || n > 0 && next-counts[stillborn] >= n {
			return mutant{}, false
		}
		next++
		return all[next-1], true
	}
	var wg sync.WaitGroup
	failures := make(chan error, workers)
	for w := range workers {
		wg.Go(func() {
			dir := filepath.Join(work, fmt.Sprint(w))
			if err := os.CopyFS(dir, os.DirFS("policies")); err != nil {
				failures <- err
				return
			}
			for m, ok := take(); ok; m, ok = take() {
				r, err := try(ctx, binary, dir, m)
				if err != nil {
					failures <- err
					return
				}
				mu.Lock()
				counts[r]++
				if r == survived {
					fmt.Println("survived", m)
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	close(failures)
	for err := range failures {
		return 0, err
	}
	lived := counts[killed] + counts[survived]
	share := 100 * float64(counts[killed]) / float64(max(lived, 1))
	fmt.Printf("%d tried, %d killed (%.1f %%), %d survived; %d more were refused by the loader\n",
		lived, counts[killed], share, counts[survived], counts[stillborn])
	return share, nil
}

// collect returns the mutants of all files.
func collect(dir, prefix string) ([]mutant, error) {
	var all []mutant
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		name = filepath.ToSlash(name)
		// No rule reads law/fines.yaml; the tests of the caps hold its figures.
		isFigures := name == "law/figures.yaml"
		if !strings.HasPrefix(name, prefix) || !strings.HasSuffix(name, ".rego") && !isFigures {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		all = append(all, mutantsOf(name, string(content))...)
		return nil
	})
	return all, err
}

// try runs the cases against one mutant.
func try(ctx context.Context, binary, dir string, m mutant) (result, error) {
	path := filepath.Join(dir, filepath.FromSlash(m.File))
	original, err := os.ReadFile(path)
	if err != nil {
		return 0, err
	}
	if err := os.WriteFile(path, []byte(m.content), 0o600); err != nil {
		return 0, err
	}
	defer os.WriteFile(path, original, 0o600) //nolint:errcheck // the next mutant of this file would show it

	for _, tests := range casesFor(dir, m.File) {
		cmd := exec.CommandContext(ctx, binary, "-test.run", tests, "-test.failfast")
		cmd.Dir = "policies"
		cmd.Env = append(os.Environ(), "DSAEVAL_POLICIES="+dir)
		out, err := cmd.CombinedOutput()
		var exit *exec.ExitError
		switch {
		case err == nil:
			continue
		case !errors.As(err, &exit):
			return 0, err
		case bytes.Contains(out, []byte("policies/"+m.File)) && bytes.Contains(out, []byte("Received unexpected error")),
			bytes.Contains(out, []byte("no obligation reads the parameter")):
			return stillborn, nil
		}
		return killed, nil
	}
	return survived, nil
}

// casesFor names the tests that know a file: the cases of its obligation or, of
// a helper, all.
func casesFor(dir, file string) []string {
	beside := filepath.Join(dir, filepath.FromSlash(strings.TrimSuffix(file, ".rego")+"_test.yaml"))
	content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(file)))
	if _, missing := os.Stat(beside); missing != nil || err != nil || strings.HasPrefix(file, "dsa/scope/") {
		return []string{"^TestScopeCases$|^TestScope$", "^TestObligations$"}
	}
	for line := range strings.SplitSeq(string(content), "\n") {
		if id, ok := strings.CutPrefix(line, "#   id: "); ok {
			return []string{"^TestObligations$/^" + strings.ReplaceAll(id, ".", `\.`) + "$"}
		}
	}
	return []string{"^TestObligations$"}
}
