package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// output is one paper to be written: a format, and a file, or standard output if there
// is none.
type output[F any] struct {
	format F
	file   string
}

// outputFlag adds the flag of formats that every command has that writes something.
// The first one is written where nobody asks for another.
func outputFlag(cmd *cobra.Command, into *[]string, formats ...string) {
	cmd.Flags().StringArrayVarP(into, "output", "o", formats[:1],
		"`FORMAT[=FILE]`, - being standard output; can be repeated: "+strings.Join(formats, ", "))
	complete(cmd, "output", formats...)
}

// oneOfFormats finds a format among those that a command has.
func oneOfFormats(formats ...string) func(name string) (string, error) {
	return func(name string) (string, error) {
		if !slices.Contains(formats, name) {
			return "", notOneOf("format", name, formats...)
		}
		return name, nil
	}
}

// outputsOf reads what was asked for.
func outputsOf[F any](flags []string, formatOf func(name string) (F, error)) ([]output[F], error) {
	var outputs []output[F]
	toStdout := 0
	for _, flag := range flags {
		name, file, hasFile := strings.Cut(flag, "=")
		format, err := formatOf(name)
		if err != nil && !hasFile && strings.ContainsAny(name, `./\`) {
			return nil, document.Hinted(fmt.Errorf("--output: %w", err), fmt.Sprintf("--output FORMAT=%s", name))
		}
		if err != nil {
			return nil, fmt.Errorf("--output: %w", err)
		}
		if hasFile && file == "" {
			return nil, fmt.Errorf("--output: the file is missing in %s", flag)
		}
		if file == "-" {
			file = ""
		}
		if file == "" {
			toStdout++
		}
		outputs = append(outputs, output[F]{format: format, file: file})
	}
	if toStdout > 1 {
		return nil, document.Hinted(errors.New("--output: two formats would be mixed on standard output"), "a file for one of them, such as --output json=report.json")
	}
	return outputs, nil
}

// allToFiles reports whether nothing is written where the user looks.
func allToFiles[F any](outputs []output[F]) bool {
	return !slices.ContainsFunc(outputs, func(o output[F]) bool { return o.file == "" })
}

// failed says on standard error why a run fails whose papers all go to files.
func failed(stderr io.Writer, why string, args ...any) {
	notPassed(stderr, report.Failed, why, args...)
}

// notPassed says why a run did not pass, in the word for its outcome that reports have.
func notPassed(stderr io.Writer, outcome report.Outcome, why string, args ...any) {
	fmt.Fprintf(harmless{stderr}, "%s: %s\n", outcome, fmt.Sprintf(why, args...))
}

// writeAll writes each output, to its file or to standard output.
func writeAll[F any](outputs []output[F], stdout io.Writer, write func(io.Writer, F) error) error {
	for _, o := range outputs {
		if err := writeTo(o.file, stdout, func(w io.Writer) error { return write(w, o.format) }); err != nil {
			return err
		}
	}
	return nil
}

// writeTo writes to a file, whole or not at all, or to standard output if none
// is named.
func writeTo(file string, stdout io.Writer, write func(io.Writer) error) error {
	if file == "" {
		return write(stdout)
	}
	var content bytes.Buffer
	if err := write(&content); err != nil {
		return err
	}
	return replace(file, content.Bytes())
}

// replace writes a file whole or not at all. What is no ordinary file, such as
// a device or a pipe, is written to and never replaced; of a link, what it leads to is
// replaced.
func replace(name string, content []byte) error {
	name = behindLinks(name)
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(name, content, 0)
	}
	temporary, err := createBeside(name)
	if err != nil {
		return err
	}
	defer os.Remove(temporary.Name())
	_, err = temporary.Write(content)
	if closeErr := temporary.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	return os.Rename(temporary.Name(), name)
}

// createBeside makes a hidden file in the folder of another, so that it can take
// its place in one step.
// It has the mode of the file that it replaces, or that of any new file. An error names
// the file that was asked for.
func createBeside(name string) (*os.File, error) {
	for {
		beside := filepath.Join(filepath.Dir(name), fmt.Sprintf(".%s.%08x", filepath.Base(name), rand.Uint32()))
		file, err := os.OpenFile(beside, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		var wrong *fs.PathError
		switch {
		case errors.Is(err, fs.ErrExist):
			continue
		case errors.As(err, &wrong):
			return nil, &fs.PathError{Op: "write", Path: name, Err: wrong.Err}
		case err != nil:
			return nil, err
		}
		if info, err := os.Stat(name); err == nil {
			// Where the mode cannot be set the file has that of a new one.
			_ = file.Chmod(info.Mode().Perm())
		}
		return file, nil
	}
}

// behindLinks is the file that a link leads to, be it there or not; the name itself if
// it is none.
func behindLinks(name string) string {
	if to, err := filepath.EvalSymlinks(name); err == nil {
		return to
	}
	for range 40 { // as many as systems follow
		to, err := os.Readlink(name)
		if err != nil {
			break
		}
		if !filepath.IsAbs(to) {
			dir, err := filepath.EvalSymlinks(filepath.Dir(name))
			if err != nil {
				break
			}
			to = filepath.Join(dir, to)
		}
		name = to
	}
	return name
}

// reportFormats are the names of the formats of a report.
func reportFormats() []string {
	var names []string
	for _, format := range render.Formats() {
		names = append(names, string(format))
	}
	return names
}

func reportFormatOf(name string) (render.Format, error) {
	known, err := oneOfFormats(reportFormats()...)(name)
	return render.Format(known), err
}
