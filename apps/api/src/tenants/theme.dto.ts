import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Theme } from '@waypost/accounts';
import {
  brandColorPattern,
  type BrandColors,
  type BrandTheme,
  type Locale,
  locales,
  solveBrandColors,
} from '@waypost/contracts';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const color = { pattern: '^#[0-9a-fA-F]{6}$', example: '#108a9e' };

class BrandThemeView implements BrandTheme {
  @ApiProperty({ ...color, description: 'Fills: buttons' })
  brand!: string;

  @ApiProperty({ ...color, description: 'Text on a fill' })
  brandFg!: string;

  @ApiProperty({ ...color, description: 'Links and active icons, on any surface' })
  brandText!: string;

  @ApiProperty({ ...color, description: 'A tint behind brandText' })
  brandSoft!: string;

  @ApiProperty({ description: 'Of brandFg on brand; 4.5 or more', example: 5.2 })
  fillContrast!: number;

  @ApiProperty({ description: 'Of brandText where it is least; 4.5 or more', example: 5.4 })
  textContrast!: number;
}

class AsGivenView {
  @ApiProperty({ description: 'Contrast of the colour itself with white', example: 4.1 })
  onLight!: number;

  @ApiProperty({ description: 'Contrast of the colour itself with the dark surface', example: 4.4 })
  onDark!: number;
}

class BrandColorsView implements BrandColors {
  @ApiProperty({ description: 'Degrees, in OKLCH', example: 212.9 })
  hue!: number;

  @ApiProperty({ description: '0 to 0.16, in OKLCH', example: 0.0991 })
  chroma!: number;

  @ApiProperty({ type: AsGivenView })
  asGiven!: AsGivenView;

  @ApiProperty({ type: BrandThemeView })
  light!: BrandThemeView;

  @ApiProperty({ type: BrandThemeView })
  dark!: BrandThemeView;
}

class ChosenView {
  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty({ type: String, nullable: true, ...color })
  brandColor!: string | null;

  @ApiProperty({ enum: locales, nullable: true })
  locale!: Locale | null;
}

export class ThemeView {
  @ApiProperty({ description: 'As shown in pages and mails', example: 'Acme' })
  name!: string;

  @ApiProperty(color)
  brandColor!: string;

  @ApiProperty({ enum: locales, description: 'Of mails to people whose language is not known' })
  locale!: Locale;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Path of the picture; another one for every picture',
  })
  logoUrl!: string | null;

  @ApiProperty({
    type: ChosenView,
    description: 'What the tenant has chosen itself; null is what everybody has',
  })
  chosen!: ChosenView;

  @ApiProperty({
    type: BrandColorsView,
    description: 'What becomes of the colour: every text keeps a contrast of 4.5:1',
  })
  colors!: BrandColorsView;
}

const trimmed = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value);

export class ThemeBody {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    minLength: 1,
    maxLength: 100,
    description: 'null: the name of the tenant',
  })
  @IsOptional()
  @Transform(trimmed)
  @IsString()
  @Matches(/\S/, { message: 'must not be empty' })
  @MaxLength(100)
  name?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, ...color, description: "null: the product's own" })
  @IsOptional()
  @Matches(brandColorPattern, { message: 'must be a colour such as #108a9e' })
  brandColor?: string | null;

  @ApiPropertyOptional({ enum: locales, nullable: true, description: 'null: English' })
  @IsOptional()
  @IsIn(locales)
  locale?: Locale | null;
}

export function themeView({ name, color: brandColor, locale, logoPath, chosen }: Theme): ThemeView {
  return { name, brandColor, locale, logoUrl: logoPath, chosen, colors: solveBrandColors(brandColor) };
}
