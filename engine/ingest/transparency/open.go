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
		name := strings.Join(paths, ", ")
		return nil, fileError(name, ErrNoReport, ErrNoReport.Error()+" was found",
			"a folder, ZIP or workbook whose files or sheets are called 1_report_identification to 11_qualitative")
	}
	if err := o.ambiguous(); err != nil {
		return nil, err
	}
	return read(o), nil
}

// opener collects sheets from files, however they are packed.
type opener struct {
	ctx    context.Context
	sheets []*Sheet
	files  []File
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
		if entry.IsDir() || strings.HasPrefix(entry.Name(), ".") {
			return nil
		}
		// A link may lead out of the folder that was given.
		if !entry.Type().IsRegular() {
			o.ignored(filepath.ToSlash(p), "it is no regular file")
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
	return o.file(filepath.ToSlash(name), content)
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
	before := len(o.sheets)
	var err error
	switch kind := kindOf(name, content); kind {
	case "zip":
		return o.zip(name, content)
	case "xlsx":
		err = o.workbook(name, content)
	case "csv":
		err = o.csv(name, content)
	case "xls", "ods":
		return fileError(name, ErrCorrupt, "workbooks in the format ."+kind+" are not read", "save it as .xlsx, or each sheet as CSV in UTF-8")
	default:
		o.ignored(name, "it is neither CSV nor a workbook")
		return nil
	}
	if err != nil {
		return err
	}
	if len(o.sheets) > before {
		sum := sha256.Sum256(content)
		o.files = append(o.files, File{Name: name, SHA256: hex.EncodeToString(sum[:])})
	}
	return nil
}

func (o *opener) ignored(name, why string) {
	o.notes = append(o.notes, Note{Ref: Ref{File: name}, Decision: true, Text: "not read: " + why})
}

func kindOf(name string, content []byte) string {
	head := string(content[:min(len(content), 4096)])
	switch {
	case strings.HasPrefix(head, "\xD0\xCF\x11\xE0"):
		return "xls"
	case strings.HasPrefix(head, "PK") && strings.Contains(head, "opendocument.spreadsheet"):
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

// ambiguous refuses what would be counted twice: one part in two versions or in
// two formats. Parts that were split by surface differ in more than that.
func (o *opener) ambiguous() error {
	seen := map[string]*Sheet{}
	workbooks := map[int]*Sheet{}
	for _, s := range o.sheets {
		key := fmt.Sprint(s.Part, "/", s.Surface)
		if first := seen[key]; first != nil {
			return fileError(s.at(0, 0).String(), ErrAmbiguous,
				fmt.Sprintf("part %d of the report is given twice; first by %s", s.Part, first.at(0, 0)),
				"keep the version that is meant; parts that add up need names that tell them apart, such as _Ads and _Core")
		}
		seen[key] = s
		if first := workbooks[s.Part]; first != nil && (first.Name == "") != (s.Name == "") {
			return fileError(s.at(0, 0).String(), ErrAmbiguous,
				fmt.Sprintf("part %d of the report is given as CSV and in a workbook, %s", s.Part, first.at(0, 0)), "give one of the two")
		}
		workbooks[s.Part] = s
	}
	return nil
}
