import type { Role } from '@waypost/contracts';
import type { AlertKind, MailWords } from '../templates.ts';

const roles: Record<Role, string> = {
  TENANT_ADMIN: 'administrador',
  AGENT: 'agente',
  BILLING_ADMIN: 'administrador de facturación',
  DEVELOPER: 'desarrollador',
};

const spikes: Record<AlertKind, { what: string; over: string; advice: string }> = {
  deliveries: {
    what: 'fallan entregas a sus proyectos',
    over: 'las entregas a sus proyectos vuelven a llegar',
    advice:
      'No se pierde nada: lo que no se pudo entregar se guarda y se vuelve a intentar. La página de entregas muestra qué responden sus proyectos.',
  },
  'server-errors': {
    what: 'hay peticiones respondidas con un error del servidor',
    over: 'las peticiones vuelven a tener respuesta',
    advice: 'Los registros de la API dicen por qué, con el identificador de la petición.',
  },
  'logged-errors': {
    what: 'se registran errores',
    over: 'no se registran más errores de lo habitual',
    advice: 'Los registros dicen cuáles son.',
  },
  'waiting-work': {
    what: 'el trabajo espera más de lo debido (segundos)',
    over: 'el trabajo vuelve a hacerse a tiempo',
    advice: 'Compruebe si los procesos de trabajo están en marcha y qué contienen las colas.',
  },
};

const ignore = 'Si no lo ha pedido usted, puede ignorar este correo: no cambia nada.';
const notYou =
  '¿No ha sido usted? Entonces cambie enseguida su contraseña y cierre todas las sesiones desde la página de su perfil.';

export const es: MailWords = {
  orOpen: 'Si el botón no funciona, abra esta dirección:',
  sentBy: (brand) => `Recibe este correo de ${brand} porque su dirección consta allí.`,
  templates: {
    'verify-email': ({ name }) => ({
      subject: 'Confirme su dirección de correo',
      preheader: 'Un paso más y podrá enviar mensajes.',
      heading: `Le damos la bienvenida, ${name}`,
      paragraphs: [
        'Confirme que esta dirección es suya. Hasta entonces puede mirarlo y configurarlo todo, pero no enviar nada.',
      ],
      button: 'Confirmar dirección',
      footnote: ignore,
    }),
    'reset-password': ({ name }) => ({
      subject: 'Elija una contraseña nueva',
      preheader: 'El enlace sirve una sola vez y por poco tiempo.',
      heading: 'Una contraseña nueva',
      paragraphs: [
        `Hola, ${name}: alguien ha pedido una contraseña nueva para su cuenta. El enlace sirve una sola vez y caduca pronto.`,
      ],
      button: 'Elegir contraseña nueva',
      footnote: ignore,
    }),
    'password-changed': ({ name, at }, written) => ({
      subject: 'Se ha cambiado su contraseña',
      preheader: `El ${written.instant(at)}.`,
      heading: 'Se ha cambiado su contraseña',
      paragraphs: [`Hola, ${name}: la contraseña de su cuenta se cambió el ${written.instant(at)}.`, notYou],
    }),
    welcome: ({ name, tenantName, hasPassword }) => ({
      subject: `${tenantName} está a su disposición`,
      preheader: hasPassword ? 'Inicie sesión y empiece.' : 'Elija una contraseña y empiece.',
      heading: `Le damos la bienvenida, ${name}`,
      paragraphs: [
        hasPassword
          ? `Se ha creado ${tenantName} y usted lo administra. Inicie sesión con la contraseña que ya tiene.`
          : `Se ha creado ${tenantName} y usted lo administra. Elija una contraseña para empezar.`,
      ],
      button: hasPassword ? 'Iniciar sesión' : 'Elegir contraseña',
      footnote: hasPassword
        ? undefined
        : 'El enlace sirve una sola vez y caduca en unos días. Puede pedir otro en la página de inicio de sesión, en «¿Olvidó la contraseña?».',
    }),
    invite: ({ inviterName, tenantName, role }) => ({
      subject: `${inviterName} le invita a ${tenantName}`,
      preheader: `Su función sería: ${roles[role]}.`,
      heading: `Únase a ${tenantName}`,
      paragraphs: [`${inviterName} le invita a trabajar en ${tenantName}. Su función: ${roles[role]}.`],
      button: 'Aceptar invitación',
      footnote: 'La invitación es solo para esta dirección. Si no la esperaba, ignore este correo.',
    }),
    'registration-invite': ({ tenantName }) => ({
      subject: 'Le invitamos a registrarse',
      preheader: 'Cree una cuenta con este enlace.',
      heading: 'Tiene una invitación',
      paragraphs: [
        tenantName
          ? `Aquí puede registrar ${tenantName} y administrarlo.`
          : 'Aquí puede registrar su empresa y administrarla.',
      ],
      button: 'Registrarse',
      footnote: 'La invitación es solo para esta dirección y sirve una sola vez.',
    }),
    'totp-changed': ({ name, change, at }, written) => ({
      subject: {
        enabled: 'Se ha activado el inicio de sesión con código',
        disabled: 'Se ha desactivado el inicio de sesión con código',
        'recovery-codes': 'Se han sustituido sus códigos de recuperación',
      }[change],
      preheader: `El ${written.instant(at)}.`,
      heading: {
        enabled: 'A partir de ahora se pide un código',
        disabled: 'Ya no se pide ningún código',
        'recovery-codes': 'Tiene códigos de recuperación nuevos',
      }[change],
      paragraphs: [
        {
          enabled: `Hola, ${name}: desde el ${written.instant(at)} se inicia sesión con su contraseña y un código de su autenticador.`,
          disabled: `Hola, ${name}: desde el ${written.instant(at)} se inicia sesión solo con su contraseña.`,
          'recovery-codes': `Hola, ${name}: el ${written.instant(at)} se crearon códigos de recuperación nuevos. Los anteriores ya no valen.`,
        }[change],
        notYou,
      ],
    }),
    'project-failing': ({ projectName, endpoint, since, until }, written) => ({
      subject: `El proyecto «${projectName}» falla desde el ${written.day(since)}`,
      preheader: `Se desactiva el ${written.day(until)} si no responde.`,
      heading: `${projectName} no responde`,
      paragraphs: [
        `Todas las entregas a ${endpoint} han fallado desde el ${written.instant(since)}.`,
        `Si nada cambia, el proyecto se desactiva el ${written.day(until)}. Lo que no se pudo entregar se guarda y puede enviarse de nuevo cuando el proyecto responda con un 2xx.`,
      ],
      button: 'Ver el proyecto',
    }),
    'project-disabled': ({ projectName, endpoint, since }, written) => ({
      subject: `Se ha desactivado el proyecto «${projectName}»`,
      preheader: `Todas las entregas fallan desde el ${written.day(since)}.`,
      heading: `Se ha desactivado ${projectName}`,
      paragraphs: [
        `Todas las entregas a ${endpoint} han fallado desde el ${written.instant(since)}, así que ya no se envía nada allí.`,
        'Lo que ha llegado entretanto se guarda. Active el proyecto cuando vuelva a responder y recupere lo que se perdió.',
      ],
      button: 'Activar el proyecto',
    }),
    'error-spike': ({ kind, count, total, before, minutes }, written) => ({
      subject: `Más errores de lo habitual: ${spikes[kind].what}`,
      preheader: `${written.number(count)} en ${written.number(minutes)} minutos.`,
      heading: 'Más errores de lo habitual',
      paragraphs: [
        `En los últimos ${written.number(minutes)} minutos ${spikes[kind].what}: ${written.number(count)}${total === undefined ? '' : ` de ${written.number(total)}`}. Según la hora anterior, se habrían esperado ${written.number(before)}.`,
        spikes[kind].advice,
      ],
      button: 'Ver qué ocurre',
      footnote:
        'Se le avisa como mucho una vez por hora, y cuando termina. A quién se avisa se elige en los ajustes, en notificaciones.',
    }),
    'error-spike-over': ({ kind, since }, written) => ({
      subject: `Vuelve la normalidad: ${spikes[kind].over}`,
      preheader: `Había empezado el ${written.instant(since)}.`,
      heading: 'Vuelve la normalidad',
      paragraphs: [`Ha terminado lo que empezó el ${written.instant(since)}: ${spikes[kind].over}.`],
      button: 'Ver la página',
    }),
    'tenant-suspended': ({ tenantName, reason }) => ({
      subject: `${tenantName} está suspendido`,
      preheader: 'Los webhooks se guardan, pero no se reenvían.',
      heading: `${tenantName} está suspendido`,
      paragraphs: [
        ...(reason ? [`Motivo indicado: ${reason}`] : []),
        'Los webhooks de sus números se siguen guardando, pero no se reenvían, y nadie puede trabajar hasta que el operador lo reanude.',
      ],
      footnote: 'Escriba a su operador si cree que es un error.',
    }),
    'tenant-resumed': ({ tenantName }) => ({
      subject: `${tenantName} vuelve a estar activo`,
      preheader: 'Los webhooks se reenvían de nuevo.',
      heading: `${tenantName} vuelve a estar activo`,
      paragraphs: ['Los webhooks de sus números se reenvían de nuevo y todos pueden trabajar como antes.'],
      button: `Abrir ${tenantName}`,
    }),
    'tenant-deletion': ({ tenantName, until }, written) => ({
      subject: `${tenantName} se eliminará el ${written.day(until)}`,
      preheader: 'Hasta entonces el operador puede recuperarlo.',
      heading: `${tenantName} se eliminará`,
      paragraphs: [
        `El ${written.instant(until)} se elimina todo lo de ${tenantName}: números, proyectos, mensajes y el acceso de las personas.`,
        'Hasta entonces el operador puede recuperarlo. Después, nadie.',
      ],
    }),
  },
};
