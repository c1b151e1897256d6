package transparency

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
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

	"github.com/dsaeval/dsaeval/engine/lint"
)

// File is one file that the report was read from.
type File = lint.File

// Open reads a report: folders, ZIP archives, workbooks and CSV files, which
// together are one report on one service.
func Open(ctx context.Context, paths ...string) (*Report, error) {
	o := opener{ctx: ctx}
	for _, p := range paths {
		if err := o.path(p); err != nil {
			return nil, err
		}
	}
	if len(o.sheets) == 0 {
		return nil, o.nothing(strings.Join(paths, ", "))
	}
	if err := o.ambiguous(); err != nil {
		return nil, err
	}
	return read(o), nil
}

// nothing says why no part was found, with what was left out.
func (o *opener) nothing(name string) error {
	what := ErrNoReport.Error() + " was found"
	for i, n := range o.notes {
		if i == 5 {
			what += fmt.Sprintf("\n  and %d more", len(o.notes)-i)
			break
		}
		what += "\n  " + n.Ref.String() + ": " + n.Text
	}
	return fileError(name, ErrNoReport, what, "a folder, ZIP or workbook whose files or sheets are called 1_report_identification to 11_qualitative")
}

// opener collects sheets from files, however they are packed.
type opener struct {
	ctx    context.Context
	sheets []*Sheet
	files  []File
	notes  []Note
	total  int64
	count  int
	// unread is true if a table could not be given a part.
	unread bool
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
			o.ignored(Ref{File: visible(filepath.ToSlash(p))}, "it is no regular file")
			return nil
		}
		names = append(names, p)
		if len(names) > MaxFiles {
			return fileError(name, ErrTooLarge, fmt.Sprintf("more than %d files", MaxFiles), "the folder of one report")
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
		return fileError(name, ErrTooLarge, fmt.Sprintf("the file has more than %d MiB, which no report has", MaxFile>>20), "")
	}
	o.total += int64(len(content))
	o.count++
	if o.total > MaxTotal || o.count > MaxFiles {
		return fileError(name, ErrTooLarge, fmt.Sprintf("more than %d files or %d MiB in all, which no report has", MaxFiles, MaxTotal>>20), "")
	}
	sum := sha256.Sum256(content)
	digest := hex.EncodeToString(sum[:])
	if i := slices.IndexFunc(o.files, func(f File) bool { return f.SHA256 == digest }); i >= 0 {
		o.ignored(Ref{File: name}, "it is the same as "+o.files[i].Name)
		return nil
	}
	before := len(o.sheets)
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
		return fileError(name, ErrCorrupt, "workbooks in the format ."+kind+" are not read", "save it as .xlsx, or each sheet as CSV in UTF-8")
	default:
		o.ignored(Ref{File: name}, "it is neither CSV nor a workbook")
		return nil
	}
	if err != nil {
		return err
	}
	if len(o.sheets) > before {
		o.files = append(o.files, File{Name: name, SHA256: digest})
	}
	return nil
}

// ignored warns of what was left out: it may have been meant.
func (o *opener) ignored(at Ref, why string) {
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

// whole are the parts that nobody splits: they are about the service as such.
var whole = []int{partIdentification, partPeople, partRecipients, partWords}

// ambiguous refuses what would be counted twice: one part in two versions or in
// two formats, or of two services. Parts that were split by surface differ in
// more than that; they add up.
func (o *opener) ambiguous() error {
	byPart := map[int][]*Sheet{}
	for _, s := range o.sheets {
		for _, first := range byPart[s.Part] {
			if err := s.beside(first); err != nil {
				return err
			}
		}
		byPart[s.Part] = append(byPart[s.Part], s)
	}
	for part, sheets := range byPart {
		if len(sheets) > 1 {
			var surfaces []string
			for _, s := range sheets {
				surfaces = append(surfaces, fmt.Sprintf("%q", s.Surface))
			}
			sheets[0].note(0, 0, "", true, fmt.Sprintf("part %d is split into %d tables, which add up: %s", part, len(sheets), strings.Join(surfaces, ", ")))
		}
	}
	return nil
}

// beside returns an error if two tables of a part cannot be pieces of one.
func (s *Sheet) beside(first *Sheet) error {
	refuse := func(what, try string) error {
		return fileError(s.at(s.first, 0).String(), ErrAmbiguous, fmt.Sprintf(what, s.Part, first.at(first.first, 0)), try)
	}
	a, b := label(s.service()), label(first.service())
	switch {
	case (s.Name == "") != (first.Name == ""):
		return refuse("part %d of the report is given as CSV and in a workbook, %s", "give one of the two")
	case a != "" && b != "" && !strings.Contains(a, b) && !strings.Contains(b, a):
		return refuse(fmt.Sprintf("part %%d is about %q here and about %q in %%s", s.service(), first.service()), "one report, on one service, at a time")
	case s.Surface == first.Surface || slices.Contains(whole, s.Part):
		return refuse("part %d of the report is given twice; first by %s", "keep the version that is meant; parts that add up need names that tell them apart, such as _Ads and _Core")
	}
	return nil
}

// service returns what the first row of a table says it is about.
func (s *Sheet) service() string {
	for _, row := range s.rows {
		if name := row.text(s.column(1)); name != "" {
			return name
		}
	}
	return ""
}
