package sordump

import (
	"archive/zip"
	"bufio"
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"strings"
	"time"
)

// Options say what a dump holds.
type Options struct {
	Seed uint64
	// Day is YYYY-MM-DD; from 2025-07-01 on rows have the columns of version 2.
	Day string
	// Light leaves out the long texts and the territory.
	Light bool
	// Archives, Files and Rows are how many inner archives there are, how many
	// CSV files in each, and how many rows in each of those.
	Archives, Files, Rows int
	// Slug is that of the file names, global if empty.
	Slug string
}

var fullColumns = strings.Split("uuid,decision_visibility,decision_visibility_other,end_date_visibility_restriction,decision_monetary,decision_monetary_other,end_date_monetary_restriction,decision_provision,end_date_service_restriction,decision_account,end_date_account_restriction,account_type,decision_ground,decision_ground_reference_url,illegal_content_legal_ground,illegal_content_explanation,incompatible_content_ground,incompatible_content_explanation,incompatible_content_illegal,category,category_addition,category_specification,category_specification_other,content_type,content_type_other,content_language,content_date,content_id_ean,territorial_scope,application_date,decision_facts,source_type,source_identity,automated_detection,automated_decision,platform_name,platform_uid,created_at", ",")

// notInLight are the columns that light dumps leave out.
var notInLight = map[string]bool{
	"illegal_content_explanation": true, "incompatible_content_explanation": true,
	"territorial_scope": true, "decision_facts": true,
}

// Columns returns the header.
func (o Options) Columns() []string {
	var columns []string
	for _, c := range fullColumns {
		if o.Light && notInLight[c] || c == "content_id_ean" && o.Day < "2025-07-01" {
			continue
		}
		columns = append(columns, c)
	}
	return columns
}

// Name returns the name of the archive.
func (o Options) Name() string { return o.stem() + ".zip" }

func (o Options) stem() string {
	slug, version := o.Slug, "full"
	if slug == "" {
		slug = "global"
	}
	if o.Light {
		version = "light"
	}
	return fmt.Sprintf("sor-%s-%s-%s", slug, o.Day, version)
}

// WriteZIP writes the archive as the Commission does: stored archives of
// deflated files.
func (o Options) WriteZIP(w io.Writer) error {
	outer := zip.NewWriter(w)
	for archive := range o.Archives {
		name := fmt.Sprintf("%s-%05d", o.stem(), archive)
		entry, err := outer.CreateHeader(&zip.FileHeader{Name: name + ".csv.zip", Method: zip.Store})
		if err != nil {
			return err
		}
		inner := zip.NewWriter(entry)
		for file := range o.Files {
			entry, err := inner.Create(fmt.Sprintf("%s-%05d.csv", name, file))
			if err != nil {
				return err
			}
			if err := o.WriteCSV(entry, uint64(archive)<<20|uint64(file)); err != nil {
				return err
			}
		}
		if err := inner.Close(); err != nil {
			return err
		}
	}
	return outer.Close()
}

// WriteCSV writes one file; part makes its rows differ from those of others.
// There is no line end after the last row.
func (o Options) WriteCSV(w io.Writer, part uint64) error {
	buffered := bufio.NewWriterSize(w, 1<<16)
	columns := o.Columns()
	buffered.WriteString(Row(columns))
	day := fnv.New64a()
	_, _ = day.Write([]byte(o.Day)) // never fails; two days share no UUID
	g := &generator{rng: rand.New(rand.NewPCG(o.Seed^day.Sum64(), part)), day: o.Day}
	if o.Rows == 0 {
		buffered.WriteByte('\n')
	}
	cells := make([]string, len(columns))
	var line []byte
	for range o.Rows {
		statement := g.statement()
		for i, column := range columns {
			cells[i] = statement[column]
		}
		line = append(line[:0], '\n')
		for i, cell := range cells {
			if i > 0 {
				line = append(line, ',')
			}
			line = appendCell(line, cell)
		}
		buffered.Write(line)
	}
	return buffered.Flush()
}

type generator struct {
	rng     *rand.Rand
	day     string
	current platform
	left    int // rows until another platform submits
	second  int
}

// statement makes up one statement by the habits of a platform. Platforms
// submit up to a hundred statements in a call, so rows come in runs.
func (g *generator) statement() map[string]string {
	if g.left == 0 {
		g.current, g.left = g.pick(), 1+g.rng.IntN(100)
	}
	g.left--
	p := g.current
	created, _ := time.Parse(time.DateOnly, g.day)
	applied := created.AddDate(0, 0, -g.delay(p.submits))
	posted := applied.AddDate(0, 0, -g.delay(p.acts))
	if g.rng.IntN(3) == 0 && g.second < 86_399 {
		g.second++
	}
	created = created.Add(time.Duration(g.second) * time.Second)
	s := map[string]string{
		"uuid":                             g.uuid(),
		"decision_ground":                  "DECISION_GROUND_INCOMPATIBLE_CONTENT",
		"incompatible_content_ground":      p.ground,
		"incompatible_content_explanation": p.explanation,
		"category":                         p.categories[g.rng.IntN(len(p.categories))],
		"content_type":                     `["` + p.content + `"]`,
		"content_date":                     posted.Format(time.DateTime),
		"application_date":                 applied.Format(time.DateTime),
		"territorial_scope":                p.territory,
		"decision_facts":                   p.facts,
		"source_type":                      "SOURCE_VOLUNTARY",
		"automated_detection":              p.detection,
		"automated_decision":               p.decision,
		"platform_name":                    p.name,
		"platform_uid":                     fmt.Sprint(g.rng.Uint64N(1e12)),
		"created_at":                       created.Format(time.DateTime),
	}
	if g.day < "2025-07-01" {
		s["category"] = oldCategories[g.rng.IntN(len(oldCategories))]
	}
	g.decide(s, p)
	g.vary(s)
	return s
}

func (g *generator) decide(s map[string]string, p platform) {
	switch n := g.rng.IntN(100); {
	case n < p.accounts/2:
		s["decision_account"] = "DECISION_ACCOUNT_SUSPENDED"
	case n < p.accounts:
		s["decision_account"] = "DECISION_ACCOUNT_TERMINATED"
		s["account_type"] = "ACCOUNT_TYPE_PRIVATE"
	default:
		s["decision_visibility"] = `["` + p.visibility + `"]`
	}
	switch n := g.rng.IntN(1000); {
	case n < 20:
		s["decision_ground"] = "DECISION_GROUND_ILLEGAL_CONTENT"
		s["illegal_content_legal_ground"] = "Trade mark law"
		s["illegal_content_explanation"] = s["incompatible_content_explanation"]
		s["incompatible_content_ground"], s["incompatible_content_explanation"] = "", ""
		s["source_type"] = "SOURCE_ARTICLE_16"
	case n < 60:
		s["source_type"] = "SOURCE_ARTICLE_16"
	case n < 62:
		s["source_type"] = "SOURCE_TRUSTED_FLAGGER"
	}
	if s["category"] == "STATEMENT_CATEGORY_PROTECTION_OF_MINORS" && g.rng.IntN(3) > 0 {
		s["category_specification"] = `["KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL"]`
	}
}

// vary puts in what breaks readers of CSV, in about one row of five hundred.
func (g *generator) vary(s map[string]string) {
	switch g.rng.IntN(2000) {
	case 0:
		s["decision_facts"] = `Could not load \"images/theme.jpg\" file "`
	case 1:
		s["incompatible_content_ground"] = `"\"Free\"" and "\Title\"`
	case 2:
		s["decision_facts"] = "first line\nsecond line,\r\nthird \"line\""
	case 3:
		s["incompatible_content_explanation"] = `a path that ends in a backslash C:\`
	}
}

func (g *generator) delay(typical int) int {
	if typical == 0 || g.rng.IntN(10) < 6 {
		return typical
	}
	return int(g.rng.ExpFloat64() * float64(typical))
}

func (g *generator) uuid() string {
	a, b := g.rng.Uint64(), g.rng.Uint64()
	a = a&^0xf000 | 0x4000
	b = b&^(3<<62) | 2<<62
	return fmt.Sprintf("%08x-%04x-%04x-%04x-%012x", a>>32, a>>16&0xffff, a&0xffff, b>>48, b&0xffffffffffff)
}

func (g *generator) pick() platform {
	n := g.rng.IntN(1000)
	for _, p := range platforms {
		if n -= p.perMille; n < 0 {
			return p
		}
	}
	return small(g.rng.IntN(100))
}
