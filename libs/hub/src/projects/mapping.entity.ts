import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Id, ProjectId, TenantId } from '@waypost/contracts';
import { PhoneNumber, type PhoneNumberRowId } from '@waypost/waba';
import { Project } from './project.entity.ts';

export type MappingId = Id<'mapping'>;

/** Says that a number's webhooks go to a project. */
@Entity('mapping')
export class Mapping {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: TenantId;

  @PrimaryColumn('uuid')
  id!: MappingId;

  @Column('uuid', { name: 'phone_number_id' })
  numberId!: PhoneNumberRowId;

  @ManyToOne(() => PhoneNumber)
  @JoinColumn([
    { name: 'tenant_id', referencedColumnName: 'tenantId' },
    { name: 'phone_number_id', referencedColumnName: 'id' },
  ])
  number!: Relation<PhoneNumber>;

  @Column('uuid', { name: 'project_id' })
  projectId!: ProjectId;

  @ManyToOne(() => Project)
  @JoinColumn([
    { name: 'tenant_id', referencedColumnName: 'tenantId' },
    { name: 'project_id', referencedColumnName: 'id' },
  ])
  project!: Relation<Project>;

  /** The higher, the earlier the project gets its copy. */
  @Column('int')
  priority!: number;

  /** Fields of Meta's webhooks that the project wants; `*` is every one. */
  @Column('text', { array: true })
  fields!: string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
