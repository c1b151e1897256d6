package tables

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/records/lint"
)

// Record is what was read of some files.
type Record struct {
	Tables []*Table
	// Files are those with tables in them.
	Files []lint.File
	// Notes are about files that were left out.
	Notes []Note
}

// Read reads folders, ZIP archives, workbooks and CSV files.
func Read(ctx context.Context, paths ...string) (*Record, error) {
	o := opener{ctx: ctx}
	for _, p := range paths {
		if err := o.path(p); err != nil {
			return nil, err
		}
	}
	return &Record{o.tables, o.files, o.notes}, nil
}

// opener collects tables from files, however they are packed.
type opener struct {
	ctx    context.Context
	tables []*Table
	files  []lint.File
	notes  []Note
	total  int64
	count  int
}

func (o *opener) path(name string) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return o.diskFile(name)
	}
	var names []string
	err = filepath.WalkDir(name, func(p string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && entry.Name() == macFolder {
			return filepath.SkipDir
		}
		if entry.IsDir() || leftover(entry.Name()) {
			return nil
		}
		// A link may lead out of the folder that was given.
		if !entry.Type().IsRegular() {
			o.ignored(lint.Ref{File: visible(filepath.ToSlash(p))}, "it is no regular file")
			return nil
		}
		names = append(names, p)
		if len(names) > MaxFiles {
			return Fail(name, ErrTooLarge, fmt.Sprintf("more than %d files", MaxFiles), "give the folder of one report")
		}
		return nil
	})
	if err != nil {
		return err
	}
	slices.Sort(names)
	for _, name := range names {
		if err := o.diskFile(name); err != nil {
			return err
		}
	}
	return nil
}

func (o *opener) diskFile(name string) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, MaxFile+1))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return o.file(visible(filepath.ToSlash(name)), content)
}

// file reads one file by its content, since extensions in the wild are wrong.
func (o *opener) file(name string, content []byte) error {
	if err := o.ctx.Err(); err != nil {
		return err
	}
	if len(content) > MaxFile {
		return Fail(name, ErrTooLarge, fmt.Sprintf("the file has more than %d MiB, which no report has", MaxFile>>20), "")
	}
	o.total += int64(len(content))
	o.count++
	if o.total > MaxTotal || o.count > MaxFiles {
		return Fail(name, ErrTooLarge, fmt.Sprintf("more than %d files or %d MiB in all, which no report has", MaxFiles, MaxTotal>>20), "")
	}
	digest := document.Digest(content)
	if i := slices.IndexFunc(o.files, func(f lint.File) bool { return f.SHA256 == digest }); i >= 0 {
		o.notes = append(o.notes, Note{Ref: lint.Ref{File: name}, Text: "not read: it is the same as " + o.files[i].Name, Copy: true})
		return nil
	}
	before := len(o.tables)
	var err error
	switch kind := kindOf(name, content); kind {
	case "zip":
		return o.zip(name, content)
	case "xlsx":
		err = o.workbook(name, content)
	case "csv":
		err = o.csv(name, content)
	case "ods":
		err = o.openDocument(name, content)
	case "xls":
		return Fail(name, ErrCorrupt, "workbooks in the format ."+kind+" are not read", "save it as .xlsx, or each sheet as CSV in UTF-8")
	default:
		o.ignored(lint.Ref{File: name}, "it is neither CSV nor a workbook")
		return nil
	}
	if err != nil {
		return err
	}
	if len(o.tables) > before {
		o.files = append(o.files, lint.File{Name: name, SHA256: digest})
	}
	return nil
}

// ignored warns of what was left out: it may have been meant.
func (o *opener) ignored(at lint.Ref, why string) {
	o.notes = append(o.notes, Note{Ref: at, Text: "not read: " + why})
}

// leftover reports whether a file is one that programs leave behind: hidden
// ones, and those by which office programs lock a document.
func leftover(base string) bool { return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") }

// macFolder holds what macOS puts beside the files of an archive.
const macFolder = "__MACOSX"

// visible shows a name that is no UTF-8, as old archives have them, as text.
func visible(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	decoded, err := charmap.CodePage437.NewDecoder().String(name)
	if err != nil {
		return strings.ToValidUTF8(name, "?")
	}
	return decoded
}

func kindOf(name string, content []byte) string {
	head := string(content[:min(len(content), 4096)])
	switch {
	case strings.HasPrefix(head, "\xD0\xCF\x11\xE0"):
		return "xls"
	case strings.HasPrefix(head, "PK") && (strings.Contains(head, "opendocument.spreadsheet") || hasMember(content, "content.xml") && hasMember(content, "META-INF/manifest.xml")):
		return "ods"
	case strings.HasPrefix(head, "PK"):
		if hasMember(content, "xl/workbook.xml") {
			return "xlsx"
		}
		return "zip"
	}
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".csv", ".tsv", ".txt":
		return "csv"
	case ".xlsx", ".xlsm", ".zip":
		// The name promises what the content does not keep: say so on reading.
		return map[string]string{".xlsx": "xlsx", ".xlsm": "xlsx", ".zip": "zip"}[ext]
	}
	return ""
}

func (o *opener) add(t *Table) {
	t.Rows = slices.DeleteFunc(t.Rows, Row.Blank)
	o.tables = append(o.tables, t)
}
